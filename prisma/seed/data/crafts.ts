import type { CraftSeed } from './types'
import { say } from './words'

/** The nine crafts, in the order of the swatch book. */
export const crafts: readonly CraftSeed[] = [
  {
    code: 'knots',
    name: say('中国结', 'Knots'),
    making: say(
      '一根线从头走到尾，穿、压、挑、抽。盘长结要二十六米线，小挂件只要一米。',
      'One cord from end to end: over, under, lift and draw. An endless knot takes twenty-six metres, a small charm a single one.',
    ),
    swatch: 'swatch-knot.webp',
  },
  {
    code: 'beadwork',
    name: say('串珠', 'Beadwork'),
    making: say(
      '一颗一颗数着穿，少一颗就不圆。宽手镯上有一千三百八十颗。',
      'Strung one by one and counted, because one short is not round. A wide cuff has one thousand three hundred and eighty.',
    ),
    swatch: 'swatch-beads.webp',
  },
  {
    code: 'tie-dye',
    name: say('扎染', 'Tie-dye'),
    making: say(
      '先捆后染，捆住的地方留白。浸五分钟，见风十分钟，来回六遍。',
      'Bound, then dyed: what the thread holds stays white. Five minutes in the vat, ten in the air, six times over.',
    ),
    swatch: 'swatch-dye.webp',
  },
  {
    code: 'crochet',
    name: say('钩编', 'Crochet'),
    making: say(
      '一根钩针，一根线，环起六针，一圈加六针。兔子先钩耳朵。',
      'One hook, one yarn: six stitches in a ring, six more each round. A rabbit begins with its ears.',
    ),
    swatch: 'swatch-crochet.webp',
  },
  {
    code: 'embroidery',
    name: say('刺绣', 'Embroidery'),
    making: say(
      '一根线劈成十六丝，花瓣从外往里绣，长短错开。一朵牡丹十六个钟头。',
      'One thread split into sixteen; petals worked from the rim inwards, long and short by turns. A peony takes sixteen hours.',
    ),
    swatch: 'swatch-embroidery.webp',
  },
  {
    code: 'sachets',
    name: say('香包', 'Sachets'),
    making: say(
      '艾叶、白芷、丁香碾到绿豆大小，一包十二克，缎面对缝，下面坠三条穗。',
      'Mugwort, angelica root and cloves, crushed to the size of a mung bean: twelve grams sewn into satin, three tassels below.',
    ),
    swatch: 'swatch-sachet.webp',
  },
  {
    code: 'cloisonne',
    name: say('掐丝珐琅画', 'Cloisonné pictures'),
    making: say(
      '一毫米高的铜丝照稿子掐弯、粘立，彩砂一格一格填平，再淋两遍胶。',
      'Copper wire a millimetre high is bent to the drawing and set on edge; coloured sand fills it cell by cell, and two coats of resin seal it.',
    ),
    swatch: 'swatch-cloisonne.webp',
  },
  {
    code: 'gourds',
    name: say('葫芦', 'Carved gourds'),
    making: say(
      '葫芦晾一冬，刮皮，烙铁从远山画到近树。十个里挑三个能刻。',
      'Dried all winter and scraped; the iron draws the far hills first and the near trees last. Three in ten are fit to carve.',
    ),
    swatch: 'swatch-gourd.webp',
  },
  {
    code: 'feitian',
    name: say('飞天画', 'Feitian paintings'),
    making: say(
      '先画飘带，再画人。石青、石绿薄薄罩四层，晾一层罩一层。',
      'Ribbons first, then the figure. Four thin washes of azurite and malachite, each dry before the next.',
    ),
    swatch: 'swatch-feitian.webp',
  },
]
