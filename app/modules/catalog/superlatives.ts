/**
 * 绝对化用语: what an advertisement may not say of goods (Advertising Law of the PRC, article 9, item 3: "国家级、最高级、最佳等用语", and the words that authorities read like them). A listing is an
 * advertisement. `notIn`: longer words of which it is a harmless part.
 */
type Superlative = { word: string; notIn?: readonly string[] }

const chinese: readonly Superlative[] = [
  // a heritage item that the state has listed may say so
  { word: '国家级', notIn: ['国家级非物质文化遗产', '国家级非遗', '国家级代表性'] },
  { word: '世界级' },
  { word: '宇宙级' },
  { word: '最高级' },
  { word: '最佳' },
  { word: '最好的' },
  { word: '最优' },
  { word: '最美' },
  { word: '最正宗' },
  { word: '最地道' },
  { word: '最顶级' },
  { word: '最专业' },
  { word: '最先进' },
  { word: '最便宜' },
  { word: '最低价' },
  { word: '最畅销' },
  { word: '最受欢迎' },
  { word: '全国第一' },
  { word: '全网第一' },
  { word: '世界第一' },
  { word: '天下第一' },
  { word: '销量第一' },
  { word: '排名第一' },
  { word: '质量第一' },
  { word: '全国首家' },
  { word: '全网唯一' },
  { word: '全国唯一' },
  { word: '世界唯一' },
  { word: '独一无二' },
  { word: '绝无仅有' },
  { word: '史无前例' },
  { word: '前无古人' },
  { word: '无与伦比' },
  { word: '顶级' },
  { word: '极品' },
  { word: '极致' },
  { word: '首选' },
  { word: '万能' },
  { word: '全网最' },
  { word: '全国最' },
  { word: '全世界最' },
  { word: '百分之百', notIn: ['百分之百棉', '百分之百羊毛', '百分之百丝'] },
]

const english =
  /\b(?:the best|world'?s (?:best|finest|only|first)|number one|no\. ?1|second to none|unrivalled|unsurpassed|one hundred per ?cent guaranteed)\b/gi

/** The words of a text that an advertisement may not say, each once, in the order of the list. */
export function findSuperlatives(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const found = chinese.flatMap(({ word, notIn = [] }) => {
    const rest = notIn.reduce((left, longer) => left.replaceAll(longer, ''), plain)
    return rest.includes(word) ? [word] : []
  })
  const longest = found.filter((word) => !found.some((other) => other !== word && other.includes(word)))
  const said = [...text.normalize('NFKC').replaceAll('’', "'").matchAll(english)].map(([word]) =>
    word.toLowerCase(),
  )
  return [...new Set([...longest, ...said])]
}
