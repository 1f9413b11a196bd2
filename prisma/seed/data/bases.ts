/** What the sample bases are beside their shops, and who works with them, by keys of sellers. */
export const bases = [
  {
    seller: 'longshang',
    host: { zh: '陇上结艺农民专业合作社（示例）', en: 'Longshang Knot Cooperative (sample)' },
    support: {
      zh: '线先垫，活做完再扣。每周二、周五下午有人教，孩子可以带来，午饭管一顿。',
      en: 'Cord is advanced and settled when the piece is done. Lessons on Tuesday and Friday afternoons; children are welcome, and lunch is on the table.',
    },
    sinceYear: 2019,
    sendsTogether: false,
    members: ['guilan', 'xiaoman', 'longquan', 'heqiao', 'heishi', 'shuanghe', 'qiyun'],
  },
  {
    seller: 'zhuanglang',
    host: { zh: '庄浪河手工艺有限公司（示例）', en: 'Zhuanglang River Handicrafts Ltd (sample)' },
    support: {
      zh: '珠子、线、盘都由基地配好，学会了带回家做，半个月来收一回。',
      en: 'Beads, thread and trays come ready from the base. Once you know how, you work at home; finished pieces are collected every two weeks.',
    },
    sinceYear: 2021,
    sendsTogether: false,
    members: ['xiuzhen', 'hongcheng', 'jingzhe', 'lichun'],
  },
  {
    seller: 'jincheng',
    host: { zh: '金城珐琅文化有限公司（示例）', en: 'Jincheng Cloisonné Culture Ltd (sample)' },
    support: {
      zh: '二十张工作台，灯和工具都有，来了就能做。头一个月教，不收钱。',
      en: 'Twenty benches with lamps and tools, ready to use. The first month is taught, free of charge.',
    },
    sinceYear: 2020,
    sendsTogether: true,
    members: ['huixin', 'jinsi'],
  },
] as const
