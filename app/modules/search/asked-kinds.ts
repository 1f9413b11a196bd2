/**
 * What people ask for by words that no maker writes: a place in a house, a thing by its everyday name, somebody whom a present is for. Each finds what goes by the other words, in either language; none of those finds it.
 */
type Asked = {
  /** as it is typed, in Chinese and in English: Latin in the singular */
  words: readonly string[]
  /** as pieces are called, Chinese first: every piece has Chinese words. A single character is the last of what a piece is called. */
  finds: readonly string[]
}

const pictures = ['挂轴', '珐琅画', '小画', '小品', '大幅', '绣片', '珠片', '绣绷', '带框', '装框']
const onWalls = ['壁挂', '挂轴', '挂屏', '条屏', '挂布', '挂条', '挂结', '挂饰', '中堂']
const inRooms = [
  '靠垫',
  '腰枕',
  '桌旗',
  '桌布',
  '茶席',
  '门帘',
  '窗帘',
  '窗条',
  '毯',
  '篮',
  '杯垫',
  '床旗',
  '床盖',
  '盖布',
]

/** Kinds of things. */
export const kindsAsked: readonly Asked[] = [
  {
    words: [
      ...['壁挂', '壁饰', '墙饰', '墙上', '墙上挂', '墙面', '墙壁', '挂墙'],
      ...['wall', 'wall hanging', 'wall decor', 'wall decoration', 'wall ornament'],
    ],
    finds: [...onWalls, ...pictures, 'hanging', 'hoop', 'scroll', 'panel'],
  },
  {
    words: ['挂画', '装饰画', '墙画', '画框', '字画', 'wall art', 'wall picture', 'artwork', 'picture'],
    finds: [...pictures, 'picture'],
  },
  {
    words: ['挂毯', '壁毯', 'tapestry', 'wall cloth'],
    finds: ['挂布', '挂条', '条屏', '挂屏', '壁挂'],
  },
  {
    words: ['摆件', '摆设', '摆饰', '装饰品', 'figurine', 'desk ornament', 'desk decoration'],
    finds: ['桌摆', '办公桌', '小熊', '兔', '仙人掌', '束', '芦', '罐'],
  },
  {
    words: ['家居', '家饰', '家用', '家纺', '软装', 'home decor', 'home textile', 'homeware'],
    finds: inRooms,
  },
  {
    words: ['装饰', 'decor', 'decoration', 'home decoration'],
    finds: [...onWalls, ...pictures, '桌摆', '靠垫', 'hanging', 'cushion', 'hoop'],
  },
  {
    words: ['鞋子', '拖鞋', '布鞋', '棉鞋', '绣花鞋', 'shoe', 'slipper', 'footwear'],
    finds: ['鞋', '鞋垫', 'insole'],
  },
  { words: ['毛线帽', '绒线帽', '针织帽', 'woolly hat'], finds: ['帽'] },
  {
    words: ['坐垫', '座垫', '椅垫', '枕头', 'seat cushion', 'seat pad'],
    finds: ['靠垫', '腰枕'],
  },
  { words: ['毛毯', '毯子', '盖毯', 'blanket'], finds: ['毯'] },
  {
    words: ['袋子', '布包', '布袋', '包包', '手袋', '手提包', '收纳袋', 'tote', 'handbag', 'cloth bag'],
    finds: ['束口袋', '口袋', '手提袋', '布袋', '袋'],
  },
  {
    words: ['钥匙扣', '钥匙挂', '钥匙链', '钥匙圈', 'keychain', 'keyring', 'key holder'],
    finds: ['钥匙', '包挂', '车挂', '书包挂', '手机挂', '小挂', 'charm'],
  },
  {
    words: ['餐垫', '桌垫', 'placemat', 'table mat'],
    finds: ['杯垫', '珠片垫', '茶席'],
  },
  { words: ['手机链', '手机绳', '手机挂件', 'phone strap'], finds: ['手机挂'] },
  { words: ['汽车挂件', '车挂件', '车饰', 'car ornament'], finds: ['车挂'] },
  { words: ['客厅', 'living room'], finds: ['厅堂', '中堂', '沙发', '靠垫'] },
  { words: ['香薰', '艾草包'], finds: ['香包', '香囊'] },
  { words: ['手帕', '手绢', 'bandana', 'handkerchief'], finds: ['方巾', '头巾'] },
  { words: ['佛珠', '念珠', 'prayer bead'], finds: ['菩提', '长串'] },
  { words: ['盆栽', '多肉', 'succulent', 'plant'], finds: ['仙人掌'] },
  {
    words: ['伴手礼', '手信', '纪念品', 'souvenir', 'keepsake'],
    finds: ['带一件走'],
  },
]

const forElders = ['祝寿', '长辈']
const forLove = ['心形', '对结', '双蝶', '双鱼', '双鲤', '玫瑰']

/** Whom a piece may be for, and the days of those people: what suits them by its occasion or its kind. */
export const peopleAsked: readonly Asked[] = [
  {
    words: [
      ...[
        '老人',
        '长辈',
        '父母',
        '爷爷',
        '奶奶',
        '外公',
        '外婆',
        '姥姥',
        '姥爷',
        '公公',
        '婆婆',
        '岳父',
        '岳母',
      ],
      ...['grandmother', 'grandma', 'grandfather', 'grandpa', 'grandparent', 'elder', 'parent'],
    ],
    finds: forElders,
  },
  {
    words: ['妈妈', '母亲', '母亲节', 'mum', 'mom', 'mother', 'mother day'],
    finds: [...forElders, '披巾', '长巾', '蚕丝', '项链'],
  },
  {
    words: ['爸爸', '父亲', '父亲节', 'dad', 'father', 'father day'],
    finds: [...forElders, '芦', '茶席', '车挂', '书房'],
  },
  {
    words: [
      ...['情人节', '七夕', '男朋友', '女朋友', '老婆', '老公', '妻子', '丈夫', '爱人'],
      ...['valentine', 'valentine day', 'boyfriend', 'girlfriend', 'wife', 'husband'],
    ],
    finds: forLove,
  },
  { words: ['新人', '新娘', '新郎', '伴娘', 'bride', 'groom', 'bridesmaid'], finds: ['结婚', '婚礼'] },
  {
    words: [
      ...['客户', '公司', '企业', '商务', '单位', '领导'],
      ...['client', 'customer', 'company', 'corporate', 'business', 'boss'],
    ],
    finds: ['公司', '成批', '办公室', '会议室', '展会', '礼盒', '礼装'],
  },
  {
    words: ['同事', 'colleague', 'coworker'],
    finds: ['办公桌', '桌摆', '杯垫', '小挂'],
  },
  {
    words: ['老师', '教师', '教师节', 'teacher', 'teacher day'],
    finds: ['书房', '办公桌', '桌摆', '茶席', '扇'],
  },
  {
    words: ['孩子', '小孩', '儿童', '小朋友', 'child', 'children', 'kid', 'toddler'],
    finds: ['满月', '孩子', '童码', '小熊', '兔'],
  },
  {
    words: ['朋友', '闺蜜', '同学', '外国人', '老外', 'friend', 'classmate', 'foreigner'],
    finds: ['带一件走'],
  },
]
