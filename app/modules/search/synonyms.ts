import { kindsAsked, peopleAsked } from './asked-kinds'

/**
 * Words that mean the same to a buyer, reviewed by hand. Han of two characters or more, simplified; Latin in lower case and in the singular. Both sides of a search stay as they were written:
 * only what is asked for grows.
 */

/** Each finds all others of its row. */
const same: readonly (readonly string[])[] = [
  ['钩编', '钩织', '钩针', '勾花', '钩花', '勾编'],
  ['中国结', '绳结', '编结', '绳编'],
  ['扎染', '绞缬'],
  ['夹染', '夹缬'],
  ['蜡染', '蜡缬'],
  ['型染', '灰缬'],
  ['蓝染', '靛染', '靛蓝'],
  ['香包', '香囊', '香袋', '荷包', '绌绌', '耍活'],
  ['掐丝珐琅', '珐琅画', '景泰蓝'],
  ['刻葫芦', '葫芦雕刻', '雕葫芦'],
  ['刺绣', '绣花', '手绣', '绣品'],
  ['串珠', '珠串', '珠编', '珠绣'],
  ['手链', '手串', '手绳', '手镯'],
  ['项链', '颈链', '毛衣链'],
  ['耳坠', '耳环', '耳饰', '耳钉'],
  ['挂件', '挂饰', '挂坠', '吊饰'],
  ['抱枕', '靠垫', '靠枕'],
  ['玩偶', '公仔', '娃娃', '布偶', '玩具'],
  ['围巾', '丝巾', '方巾', '长巾', '头巾', '披肩'],
  ['包挂', '包饰', '包链'],
  ['茶杯垫', '杯垫', '隔热垫'],
  ['艾叶', '艾草'],
  ['荷花', '莲花', '荷塘'],
  ['桌布', '台布', '餐布'],
  ['端午', '端阳', '五月五'],
  ['春节', '过年', '新年'],
  ['结婚', '婚礼', '成亲', '新婚', '喜事'],
  ['搬家', '乔迁', '新居', '新房', '暖房'],
  ['满月', '百天', '宝宝', '婴儿'],
  ['祝寿', '生日', '寿礼', '过寿'],
]

/** Colours as they are asked for: 红 on a piece, 红色 in a search. */
export const colourWords: readonly string[] = [
  ...['红', '粉', '橙', '黄', '绿', '蓝', '靛蓝', '紫', '棕', '黑', '白'].map((colour) => `${colour}色`),
]

/** The first finds the others too, but none of them finds it. */
const wider: readonly (readonly [string, readonly string[]])[] = [
  ['染缬', ['扎染', '绞缬', '蜡染', '蜡缬', '夹染', '夹缬', '型染', '灰缬']],
  ['首饰', ['项链', '手链', '手串', '耳坠', '耳环', '胸针']],
  ['饰品', ['项链', '手链', '手串', '耳坠', '耳环', '胸针', '挂饰']],
  ['敦煌', ['飞天']],
  ['布艺', ['扎染', '刺绣', '香包', '布偶']],
  ['毛线', ['钩编', '钩织']],
  ['小挂', ['挂件', '挂饰', '挂坠', '吊饰']],
  ['小挂件', ['小挂', '挂件']],
  ['小挂饰', ['小挂', '挂饰']],
  ['挂件', ['小挂', '挂结', '挂串', '车挂', '包挂', '壁挂', '钥匙挂']],
  ['玩偶', ['小熊', '兔子', '仙人掌']],
  ['玩具', ['小熊', '兔子']],
  ['娃娃', ['小熊', '兔子']],
  ['公仔', ['小熊', '兔子']],
  // words by themselves in front of another: 红色手链
  ...colourWords.map((colour) => [colour, []] as const),
  ['褐色', ['棕色']],
  ['青色', ['蓝色', '绿色']],
]

/** The same of Latin words, in the singular; each finds all others of its row. */
const sameLatin: readonly (readonly string[])[] = [
  ['cushion', 'pillow'],
  ['rabbit', 'bunny'],
  ['bracelet', 'bangle', 'cuff'],
  ['pouch', 'bag', 'purse'],
  ['scarf', 'headscarf', 'shawl'],
  ['hat', 'cap', 'beanie'],
  ['blanket', 'throw', 'afghan'],
  ['tablecloth', 'table cover'],
  ['hanging', 'ornament', 'pendant'],
  ['earring', 'eardrop'],
  ['gourd', 'calabash'],
  ['sachet', 'pomander'],
  ['box', 'boxed'],
  ['dye', 'dyed', 'dyeing'],
  ['tie dye', 'shibori'],
  ['carve', 'carved', 'carving', 'engrave', 'engraved', 'engraving'],
  ['weave', 'weaving', 'woven'],
  ['embroider', 'embroidery', 'needlework'],
]

/** And these find the others without being found by them. */
const widerLatin: readonly (readonly [string, readonly string[]])[] = [
  ['crochet', ['amigurumi']],
  ['amigurumi', ['rabbit', 'bear']],
  ['dunhuang', ['feitian']],
  ['macrame', ['knot']],
  ['toy', ['rabbit', 'bear']],
  ['doll', ['rabbit', 'bear']],
  ['jewellery', ['necklace', 'bracelet', 'earring']],
  ['jewelry', ['necklace', 'bracelet', 'earring']],
]

const hanWord = /\p{Script=Han}/u

const asked = [...kindsAsked, ...peopleAsked].flatMap(({ words, finds }) =>
  words.map((word) => [word, finds] as const),
)

function meaningsOf(
  rows: readonly (readonly string[])[],
  wide: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, Set<string>>()
  const add = (word: string, others: readonly string[]) => {
    const known = meanings.get(word) ?? new Set([word])
    for (const other of others) known.add(other)
    meanings.set(word, known)
  }
  for (const row of rows) for (const word of row) add(word, row)
  for (const [word, narrower] of wide) add(word, narrower)
  return new Map([...meanings].map(([word, others]) => [word, [...others]]))
}

/** What a word stands for, itself first; only words are here that stand for more than themselves or are typed in one with the next. */
export const meanings = meaningsOf(same, [...wider, ...asked.filter(([word]) => hanWord.test(word))])

const latin = meaningsOf(sameLatin, [...widerLatin, ...asked.filter(([word]) => !hanWord.test(word))])

/** What a Latin word stands for, by its singular; several together are written as one: wallhanging. */
export const latinMeanings: ReadonlyMap<string, readonly string[]> = new Map(
  [...latin].map(([words, others]) => [words.replaceAll(' ', ''), others]),
)

/** The longest of them, in characters, and in Latin words. */
export const longestMeaning = Math.max(...[...meanings.keys()].map((word) => word.length))
export const longestPhrase = Math.max(...[...latin.keys()].map((words) => words.split(' ').length))

/** Every word of the table: they belong to the vocabulary that typing errors are corrected against. */
export const synonymWords: readonly string[] = [...meanings.keys(), ...latin.keys()]

/** The words for people and their days, as they are typed beside what says that something is a present. */
export const peopleWords: readonly string[] = peopleAsked.flatMap(({ words }) => words)
