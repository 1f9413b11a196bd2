import { say } from './words'

/** How to look after a piece. */
export const care = {
  cord: say(
    '避开暴晒。落灰用软刷顺线刷，不要水洗。',
    'Keep out of strong sun. Brush dust along the cord; do not wash.',
  ),
  cotton: say(
    '避开暴晒。落灰轻抖，可以用湿布点擦，不要浸水。',
    'Keep out of strong sun. Shake off dust, dab with a damp cloth; do not soak.',
  ),
  hempcare: say(
    '可以淋雨，晾干即可。掉的毛剪掉，不要拉。',
    'Rain does no harm; let it dry. Cut stray fibres, don’t pull them.',
  ),
  clothcare: say(
    '避开暴晒。落灰用软刷轻扫，布面不要水洗。',
    'Keep out of strong sun. Brush lightly; do not wash the cloth.',
  ),
  kitcare: say(
    '放在干的地方。线头用打火机燎时，离手三厘米。',
    'Keep dry. When you seal an end with a lighter, stay three centimetres from your fingers.',
  ),
  beads: say(
    '洗手、睡觉时摘下。弹力线两年换一次，寄回来免费换。',
    'Take off to wash and sleep. The elastic lasts about two years; send it back and it is restrung free.',
  ),
  beadcord: say(
    '洗手、睡觉时摘下。脏了用湿布擦，不要泡。',
    'Take off to wash and sleep. Wipe with a damp cloth; do not soak.',
  ),
  beadhard: say('落灰用软毛刷，不要拉扯珠面。', 'Dust with a soft brush and do not pull the beads.'),
  wood: say('避水。半年用核桃油擦一遍。', 'Keep dry. Rub with walnut oil twice a year.'),
  indigo: say(
    '单独冷水手洗，头三回会掉浮色，阴干。不用漂白剂。',
    'Wash by hand, cold and alone; loose dye comes out in the first three washes. Dry in the shade, no bleach.',
  ),
  indigosilkcare: say(
    '冷水轻压，不拧，垫布低温熨。',
    'Press gently in cold water, never wring; cool iron under a cloth.',
  ),
  plantdye: say(
    '冷水手洗，用中性皂，阴干。碰到醋和柠檬会变色。',
    'Wash cold with neutral soap and dry in the shade. Vinegar and lemon change the colour.',
  ),
  cushion: say(
    '套子拆下冷水洗，芯拍松晒两小时。',
    'Take off the cover and wash cold; beat the filling and air it for two hours.',
  ),
  crochetwash: say('三十度水手洗，压干，平铺晾。', 'Wash by hand at 30 °C, press out the water, dry flat.'),
  toywash: say(
    '表面湿布擦，脏了装网袋轻洗，整形晾干。',
    'Wipe with a damp cloth; if need be, a gentle wash in a net bag, then shape and dry.',
  ),
  woolwash: say(
    '三十度以下手洗，不搓，平铺晾。收起来放一块樟木。',
    'Hand wash below 30 °C without rubbing, dry flat. Store with a piece of camphor wood.',
  ),
  acrylicwash: say('可以机洗，装网袋，不烘干。', 'Machine wash in a net bag; do not tumble dry.'),
  embhoop: say(
    '避开暴晒和油烟。落灰用软刷轻扫，绣面不要碰水。',
    'Keep from strong sun and kitchen smoke. Brush lightly; no water on the stitches.',
  ),
  embwash: say(
    '冷水手洗，反面垫布熨，绣面不要拧。',
    'Wash by hand in cold water; iron on the back over a cloth, never wring.',
  ),
  sachet: say(
    '避潮。香气约六个月，淡了捏一捏；料可以拆开换。',
    'Keep dry. The scent lasts about six months; squeeze it when it fades. The filling can be changed.',
  ),
  enamel: say(
    '软布干擦，不用酒精。避开暖气和直射光。',
    'Wipe with a dry soft cloth, no alcohol. Keep from radiators and direct light.',
  ),
  gourdcare: say(
    '放干处。每年用核桃油薄擦一遍，不要泡水。',
    'Keep dry. A thin coat of walnut oil once a year; never soak.',
  ),
  painting: say(
    '避光避潮，不要用湿布擦画面。',
    'Keep from light and damp; never wipe the picture with a wet cloth.',
  ),
  scroll: say(
    '挂三个月收起来歇一个月，卷的时候不要捏画心。',
    'After three months on the wall, roll it up and rest it for one; hold it by the rollers only.',
  ),
}
