/** Letters that are no base letter with a mark. */
const plain: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  Ŋ: 'N',
  ŋ: 'n',
  Ŧ: 'T',
  ŧ: 't',
}

/**
 * A text in the letters that the font for paper has: those of Western Europe stay as they are, others (Łódź, Čapek, Đặng) lose their marks as carriers write them, instead of becoming empty boxes; what
 * a phone draws as a little picture and what nobody sees is left out, and an apostrophe between letters is as narrow as they are.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0100-\u024f\u1e00-\u1eff]/g, (letter) => plain[letter] ?? letter.normalize('NFD'))
    .replace(/(?![©®™])[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}]/gu, '')
    .replace(/(?<=\p{Script=Latin})’/gu, "'")
}
