// Bytes that lie in a script as base64 of gzip, unpacked in slices so that the page stays alive meanwhile.

/** Letters taken at once: few milliseconds of work, whole groups of four. */
const SLICE = 1 << 18;

/** The bytes behind `base64`; refused where the text was cut short or is something else. */
export function unpacked(base64) {
  return new Response(packed(base64).pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function packed(base64) {
  let place = 0;
  return new ReadableStream({
    async pull(controller) {
      if (place > 0) await breath();
      controller.enqueue(decoded(base64.slice(place, place + SLICE)));
      place += SLICE;
      if (place >= base64.length) controller.close();
    },
  });
}

function decoded(base64) {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

// Lets the browser paint and listen. Timers would do it too, but sleep for a second in a page that is not in front.
function breath() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
}
