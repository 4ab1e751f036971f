// One spelling for search: without case, accents, apostrophes and look-alike letters.

const PLAIN = {
  ə: 'e',
  ǝ: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ß: 'ss',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
};
const LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

export function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(LETTERS, (letter) => PLAIN[letter])
    .replace(/['’‘ʼʻʿʾ`´ʹ\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
