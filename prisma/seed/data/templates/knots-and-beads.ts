import type { CraftTemplateSeed } from './types'

export const knots: CraftTemplateSeed = {
  craft: 'knots',
  fields: [
    {
      code: 'knot-type',
      type: 'choices',
      name: { zh: '打的是什么结', en: 'Kind of knot' },
      options: [
        ['panchang', '盘长', 'endless knot'],
        ['tuanjin', '团锦', 'brocade ball knot'],
        ['cujiangcao', '酢浆草', 'good luck knot'],
        ['shuangqian', '双钱', 'double coin knot'],
        ['jixiang', '吉祥', 'auspicious knot'],
        ['tongxin', '同心', 'true lovers’ knot'],
        ['niukou', '纽扣', 'button knot'],
        ['shuanglian', '双联', 'double connection knot'],
        ['wanzi', '万字', 'swastika-shaped wan knot'],
        ['zaojing', '藻井', 'caisson ceiling knot'],
      ],
    },
    {
      code: 'knot-cord',
      type: 'choice',
      name: { zh: '用几号线', en: 'Cord' },
      options: [
        ['five', '5 号线', 'no. 5 cord'],
        ['six', '6 号线', 'no. 6 cord'],
        ['seven', '7 号线', 'no. 7 cord'],
        ['strand', '股线', 'twisted strand'],
        ['gold', '金线', 'gold cord'],
      ],
    },
    {
      code: 'knot-cord-length',
      type: 'number',
      name: { zh: '一件用线多长', en: 'Cord in one piece' },
      unit: { zh: '米', en: 'm' },
      least: 1,
      most: 500,
    },
    {
      code: 'knot-use',
      type: 'choice',
      name: { zh: '挂的还是戴的', en: 'For' },
      options: [
        ['wall', '挂墙上', 'the wall'],
        ['bag', '挂包上、车上', 'a bag or car'],
        ['wrist', '戴手上', 'the wrist'],
        ['neck', '戴脖子上', 'the neck'],
      ],
    },
    { code: 'knot-meaning', type: 'words', name: { zh: '有什么寓意', en: 'Meaning' }, most: 60 },
  ],
  phrases: [
    '用＿米＿号线，一根线打到底，中间不接头。',
    '打的是＿结，讨的是＿的好意头。',
    '打好先挂＿天，线定了形再剪穗。',
    '穗子用＿线，一股一股捋顺了才上。',
    '每一件都是手拉手收，松紧差一点点，不是坏。',
  ],
}

export const beadwork: CraftTemplateSeed = {
  craft: 'beadwork',
  fields: [
    {
      code: 'bead-material',
      type: 'choices',
      name: { zh: '珠子是什么料', en: 'Beads' },
      required: true,
      options: [
        ['glass', '玻璃', 'glass'],
        ['acrylic', '亚克力', 'acrylic'],
        ['crystal', '水晶', 'crystal'],
        ['wood', '木头', 'wood'],
        ['stone', '石头', 'stone'],
        ['pearl', '珍珠', 'pearl'],
      ],
    },
    {
      code: 'bead-count',
      type: 'number',
      name: { zh: '一件有多少颗', en: 'Beads in one piece' },
      unit: { zh: '颗', en: 'beads' },
      least: 1,
      most: 20000,
    },
    {
      code: 'bead-size',
      type: 'number',
      name: { zh: '珠子多大', en: 'Bead size' },
      unit: { zh: '毫米', en: 'mm' },
      least: 1,
      most: 60,
    },
    {
      code: 'bead-thread',
      type: 'choice',
      name: { zh: '用什么线穿', en: 'Strung on' },
      options: [
        ['nylon', '鱼线', 'nylon line'],
        ['elastic', '弹力线', 'elastic'],
        ['wire', '铜丝', 'copper wire'],
        ['cord', '编绳', 'braided cord'],
      ],
    },
    {
      code: 'bead-form',
      type: 'choice',
      name: { zh: '做成什么样', en: 'Form' },
      options: [
        ['solid', '立体', 'in the round'],
        ['flat', '平的', 'flat'],
        ['string', '一串', 'a string'],
      ],
    },
  ],
  phrases: [
    '一共＿颗珠子，一颗一颗挑过，大小颜色对上了才穿。',
    '线穿两道，打结收在珠子里面，外面看不见。',
    '戴在＿厘米的手腕上正好，大了小了可以改。',
    '照着＿的样子穿的，从＿起头，在＿收尾。',
    '线是＿线，别用力拉，别泡水。',
  ],
}

export const crochet: CraftTemplateSeed = {
  craft: 'crochet',
  fields: [
    {
      code: 'crochet-yarn',
      type: 'choice',
      name: { zh: '什么线', en: 'Yarn' },
      required: true,
      options: [
        ['cotton', '棉线', 'cotton'],
        ['acrylic', '腈纶', 'acrylic'],
        ['wool', '羊毛', 'wool'],
        ['milk', '牛奶棉', 'milk cotton blend'],
        ['linen', '麻线', 'linen'],
      ],
    },
    {
      code: 'crochet-ply',
      type: 'number',
      name: { zh: '几股线', en: 'Ply' },
      unit: { zh: '股', en: 'ply' },
      least: 1,
      most: 16,
    },
    {
      code: 'crochet-rounds',
      type: 'number',
      name: { zh: '钩了多少圈（行）', en: 'Rounds or rows' },
      unit: { zh: '圈', en: 'rounds' },
      least: 1,
      most: 2000,
    },
    {
      code: 'crochet-age',
      type: 'choice',
      name: { zh: '多大的人能用', en: 'For' },
      options: [
        ['three', '三岁以上', 'age 3 and over'],
        ['fourteen', '十四岁以上', 'age 14 and over'],
        ['adult', '大人', 'adults'],
      ],
    },
    { code: 'crochet-filling', type: 'words', name: { zh: '里面填的什么', en: 'Filling' }, most: 40 },
  ],
  phrases: [
    '用＿股＿线，＿毫米的钩针，钩了＿圈。',
    '里面填的是＿，压下去自己弹回来。',
    '眼睛和扣子缝了＿道，拽不下来。',
    '三岁以下的娃娃别给，有小零件。',
    '手洗，压干，平着晾，别拧。',
  ],
}
