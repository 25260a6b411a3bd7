// Answers of the engine, kept for as long as they are right.

/**
 * `ask` with its last answers kept, at most `room` of them. An answer that lacks fragments (`pending`) is asked for again
 * once `age()` has changed.
 */
export function remembered(ask, age, room = 1) {
  const answers = new Map();
  return (...words) => {
    const question = JSON.stringify(words);
    const known = answers.get(question);
    if (known && (isWhole(known.answer) || known.age === age())) return known.answer;
    if (!known && answers.size >= room) answers.clear();
    const answer = ask(...words);
    answers.set(question, { answer, age: age() });
    return answer;
  };
}

/** The answer once it lacks nothing; `load` gets the fragments that it names. */
export async function whole(ask, load) {
  for (;;) {
    const answer = ask();
    if (isWhole(answer)) return answer;
    await load(answer.pending);
  }
}

/** Whether nothing that an answer needs is still to be loaded. */
export function isWhole(answer) {
  return !(answer?.pending?.length > 0);
}
