import type { CraftTemplateSeed } from './types'

const subjects = [
  ['feitian', '飞天', 'flying apsara'],
  ['caisson', '藻井', 'caisson ceiling'],
  ['deer', '九色鹿', 'nine-coloured deer'],
  ['lotus', '莲花', 'lotus'],
  ['landscape', '山水', 'landscape'],
  ['birds', '花鸟', 'birds and flowers'],
] as const

export const cloisonne: CraftTemplateSeed = {
  craft: 'cloisonne',
  fields: [
    {
      code: 'cloisonne-wire',
      type: 'choice',
      name: { zh: '什么丝', en: 'Wire' },
      required: true,
      options: [
        ['aluminium-gold', '铝丝，金色', 'aluminium, gold'],
        ['aluminium-silver', '铝丝，银色', 'aluminium, silver'],
        ['copper', '铜丝', 'copper'],
      ],
    },
    {
      code: 'cloisonne-fill',
      type: 'choice',
      name: { zh: '填的什么', en: 'Filled with' },
      options: [
        ['sand', '彩砂', 'coloured sand'],
        ['glaze', '釉料', 'glaze'],
      ],
    },
    {
      code: 'cloisonne-coat',
      type: 'choice',
      name: { zh: '面上盖了什么', en: 'Coat' },
      options: [
        ['resin', '淋了胶', 'resin'],
        ['none', '没有盖', 'uncoated'],
      ],
    },
    {
      code: 'cloisonne-subject',
      type: 'choice',
      name: { zh: '画的什么', en: 'Subject' },
      options: subjects,
    },
    {
      code: 'cloisonne-frame',
      type: 'choice',
      name: { zh: '带不带框', en: 'Frame' },
      options: [
        ['framed', '带框', 'framed'],
        ['bare', '不带框', 'unframed'],
      ],
    },
  ],
  phrases: [
    '丝是一段一段用镊子掐的，转弯不断丝。',
    '画的是＿，一共填了＿种颜色。',
    '填好晾＿天，再淋胶，面上摸着是平的。',
    '背后有挂钩，竖着挂横着挂都行。',
    '别放太阳底下晒，落灰用干布擦。',
  ],
}

export const gourds: CraftTemplateSeed = {
  craft: 'gourds',
  fields: [
    {
      code: 'gourd-technique',
      type: 'choice',
      name: { zh: '刻的、烙的还是画的', en: 'Technique' },
      required: true,
      options: [
        ['carved', '针刻', 'needle carving'],
        ['burned', '烙画', 'pyrography'],
        ['painted', '彩绘', 'painting'],
      ],
    },
    {
      code: 'gourd-height',
      type: 'number',
      name: { zh: '葫芦多高', en: 'Height of the gourd' },
      unit: { zh: '厘米', en: 'cm' },
      least: 2,
      most: 120,
    },
    {
      code: 'gourd-drying',
      type: 'number',
      name: { zh: '晾了多久', en: 'Dried for' },
      unit: { zh: '个月', en: 'months' },
      least: 1,
      most: 120,
    },
    { code: 'gourd-subject', type: 'choice', name: { zh: '上面是什么', en: 'Subject' }, options: subjects },
    {
      code: 'gourd-grown',
      type: 'words',
      name: { zh: '葫芦是哪里种的', en: 'Grown in' },
      most: 40,
    },
  ],
  phrases: [
    '葫芦是＿种的，刮了皮晾了＿个月才下刀。',
    '刻的是＿，字和画都是一刀一刀刻的，不是印的。',
    '墨是＿，擦不掉，别泡水。',
    '葫芦有大有小，肚子不全圆，这是长出来的样子。',
    '带了＿的座子，摆着不倒。',
  ],
}

export const feitian: CraftTemplateSeed = {
  craft: 'feitian',
  fields: [
    {
      code: 'feitian-kind',
      type: 'choice',
      name: { zh: '用什么做的', en: 'Made of' },
      required: true,
      options: [
        ['cloth', '布贴', 'appliqué'],
        ['clay', '泥塑', 'clay'],
        ['paper', '剪纸', 'cut paper'],
        ['paint', '手绘', 'painting'],
        ['wire', '掐丝', 'wire inlay'],
      ],
    },
    { code: 'feitian-cave', type: 'words', name: { zh: '照着哪个窟画的', en: 'After which cave' }, most: 40 },
    {
      code: 'feitian-figures',
      type: 'number',
      name: { zh: '几个人物', en: 'Figures' },
      unit: { zh: '个', en: 'figures' },
      least: 1,
      most: 60,
    },
    {
      code: 'feitian-frame',
      type: 'choice',
      name: { zh: '带不带框', en: 'Frame' },
      options: [
        ['framed', '带框', 'framed'],
        ['bare', '不带框', 'unframed'],
      ],
    },
  ],
  phrases: [
    '照着莫高窟第＿窟的样子，改成了能挂在家里的大小。',
    '飘带一共＿条，先勾线再上色。',
    '颜色用的是＿，照壁画旧了的样子调的。',
    '做了＿天，脸和手最费工夫。',
    '挂在避光的墙上，颜色耐看得久。',
  ],
}
