import type { CraftTemplateSeed } from './types'

export const tieDye: CraftTemplateSeed = {
  craft: 'tie-dye',
  fields: [
    {
      code: 'dye-method',
      type: 'choice',
      name: { zh: '哪一种染法', en: 'Method' },
      required: true,
      options: [
        ['tied', '绞缬（扎染）', 'tie-dye'],
        ['clamped', '夹缬', 'clamp resist'],
        ['wax', '蜡缬', 'wax resist'],
        ['ash', '灰缬', 'paste resist'],
      ],
    },
    {
      code: 'dye-tie',
      type: 'choices',
      name: { zh: '怎么扎的', en: 'Tied by' },
      options: [
        ['bind', '捆', 'binding'],
        ['stitch', '缝', 'stitching'],
        ['clamp', '夹', 'clamping'],
        ['fold', '折', 'folding'],
      ],
    },
    {
      code: 'dye-plant',
      type: 'choice',
      name: { zh: '用什么染', en: 'Dye' },
      options: [
        ['indigo', '板蓝根靛蓝', 'indigo (isatis)'],
        ['madder', '茜草', 'madder'],
        ['safflower', '红花', 'safflower'],
        ['sappan', '苏木', 'sappanwood'],
        ['pomegranate', '石榴皮', 'pomegranate rind'],
        ['walnut', '核桃皮', 'walnut husk'],
        ['chemical', '化学染料', 'synthetic dye'],
      ],
    },
    {
      code: 'dye-cloth',
      type: 'choice',
      name: { zh: '什么布', en: 'Cloth' },
      options: [
        ['cotton', '棉布', 'cotton'],
        ['linen', '麻布', 'linen'],
        ['silk', '真丝', 'silk'],
        ['wool', '羊毛', 'wool'],
      ],
    },
    {
      code: 'dye-dips',
      type: 'number',
      name: { zh: '染了几遍', en: 'Dips' },
      unit: { zh: '遍', en: 'dips' },
      least: 1,
      most: 60,
    },
    { code: 'dye-fastness', type: 'words', name: { zh: '掉不掉色', en: 'Colour fastness' }, most: 60 },
  ],
  phrases: [
    '用＿扎的花，＿染的色，一共染了＿遍。',
    '扎一块要＿小时，拆线才看见花，没有两块一样。',
    '头两次洗会掉一点浮色，单独用冷水洗。',
    '布是＿，越洗越软。',
    '花的大小深浅和照片会差一点，这是手扎的样子。',
  ],
}

export const embroidery: CraftTemplateSeed = {
  craft: 'embroidery',
  fields: [
    {
      code: 'embroidery-stitch',
      type: 'choices',
      name: { zh: '什么针法', en: 'Stitches' },
      required: true,
      options: [
        ['satin', '平针', 'satin stitch'],
        ['seed', '打籽', 'seed stitch'],
        ['couched', '盘金', 'couched gold'],
        ['cross', '十字', 'cross stitch'],
        ['chain', '锁绣', 'chain stitch'],
        ['shading', '套针', 'long and short stitch'],
      ],
    },
    {
      code: 'embroidery-count',
      type: 'number',
      name: { zh: '大约多少针', en: 'Stitches, about' },
      unit: { zh: '针', en: 'stitches' },
      least: 10,
      most: 1000000,
    },
    {
      code: 'embroidery-ground',
      type: 'choice',
      name: { zh: '绣在什么上', en: 'Ground' },
      options: [
        ['cotton', '棉布', 'cotton'],
        ['silk', '绸缎', 'silk'],
        ['linen', '麻布', 'linen'],
        ['felt', '毛毡', 'felt'],
      ],
    },
    {
      code: 'embroidery-thread',
      type: 'choice',
      name: { zh: '什么线', en: 'Thread' },
      options: [
        ['silk', '丝线', 'silk'],
        ['cotton', '棉线', 'cotton'],
        ['wool', '毛线', 'wool'],
        ['metal', '金银线', 'metal thread'],
      ],
    },
    {
      code: 'embroidery-sides',
      type: 'choice',
      name: { zh: '单面还是双面', en: 'Sides' },
      options: [
        ['one', '单面绣', 'one side'],
        ['two', '双面绣', 'both sides'],
      ],
    },
    {
      code: 'embroidery-mount',
      type: 'choice',
      name: { zh: '装裱了没有', en: 'Mounting' },
      options: [
        ['bare', '没有装裱', 'unmounted'],
        ['hoop', '在绣绷上', 'in its hoop'],
        ['frame', '装了框', 'framed'],
        ['scroll', '裱成轴', 'as a scroll'],
      ],
    },
  ],
  phrases: [
    '绣的是＿，用的是＿针，线劈成＿股。',
    '大约＿针，早上光好的时候绣，绣了＿天。',
    '花样是＿传下来的，我改了＿。',
    '背面收干净了，看不见线头。',
    '不要水洗，落灰用软刷子刷。',
  ],
}

export const sachets: CraftTemplateSeed = {
  craft: 'sachets',
  fields: [
    {
      code: 'sachet-filling',
      type: 'choices',
      name: { zh: '里面装的什么', en: 'Filling' },
      required: true,
      options: [
        ['mugwort', '艾草', 'mugwort'],
        ['clove', '丁香', 'clove'],
        ['lavender', '薰衣草', 'lavender'],
        ['angelica', '白芷', 'angelica root'],
        ['cotton', '棉花，不香', 'cotton, no scent'],
      ],
    },
    {
      code: 'sachet-scent-months',
      type: 'number',
      name: { zh: '能香多久', en: 'Scent lasts' },
      unit: { zh: '个月', en: 'months' },
      least: 1,
      most: 60,
    },
    {
      code: 'sachet-festival',
      type: 'choice',
      name: { zh: '什么时候戴', en: 'For' },
      options: [
        ['duanwu', '端午', 'the Dragon Boat Festival'],
        ['wedding', '结婚', 'a wedding'],
        ['birth', '娃娃满月', 'a baby’s first month'],
        ['any', '什么时候都行', 'any day'],
      ],
    },
    {
      code: 'sachet-refill',
      type: 'choice',
      name: { zh: '香料能不能换', en: 'Refill' },
      options: [
        ['yes', '能，口子是活的', 'can be refilled'],
        ['no', '不能，缝死了', 'sewn shut'],
      ],
    },
  ],
  phrases: [
    '里面装的是＿，闻起来＿，能香＿个月。',
    '面子是＿布，绣的是＿，四边包了边。',
    '端午挂在＿，平时放枕头边、车里都行。',
    '香淡了，打开口子换一包就又香了。',
    '怀娃娃的、对味道过敏的，先问过再买。',
  ],
}
