//! Arabic text analysis: normalisation, tokens, sentences, stems, numerals.
