const minute = 60
const day = 24 * 60 * minute

/** A cookie of the shop: its name (of several of one kind what they begin with), what it is for, and for how many seconds a browser keeps it; null = until it is closed. */
type CookieNote = { name: string; zh: string; en: string; seconds: number | null }

/** Every cookie that the shop sets; a test compares it with the application. */
export const cookieNotes: readonly CookieNote[] = [
  { name: 'session', zh: '登录', en: 'that you are signed in', seconds: 60 * day },
  {
    name: 'device',
    zh: '登录过的浏览器的印记，没有名字，用来看出店家拿自己的手机买自己的东西',
    en: 'a mark of a browser in which somebody has signed in, without a name, so that a maker’s purchase of her own piece is seen',
    seconds: 400 * day,
  },
  { name: 'cart', zh: '购物篮', en: 'your basket', seconds: 60 * day },
  { name: 'kept', zh: '收藏和提问', en: 'what you marked and asked', seconds: 60 * day },
  { name: 'order', zh: '打开您下的订单', en: 'opens an order that you placed', seconds: 180 * day },
  { name: 'view', zh: '大字', en: 'large letters', seconds: 365 * day },
  { name: 'currency', zh: '估价的货币', en: 'the currency of estimates', seconds: 365 * day },
  { name: 'to', zh: '寄到哪个国家', en: 'the country that parcels go to', seconds: 180 * day },
  {
    name: 'late',
    zh: '篮子数目可以随后补上',
    en: 'that your basket’s count may come after the page',
    seconds: null,
  },
  { name: 'checkout', zh: '结账时填的字', en: 'what you typed at the checkout', seconds: 15 * minute },
  {
    name: 'checkout-abroad',
    zh: '国外地址填的字',
    en: 'the same of an address abroad',
    seconds: 15 * minute,
  },
  {
    name: 'checkout-more',
    zh: '附言、发票填的字',
    en: 'the same of notes and invoice',
    seconds: 15 * minute,
  },
  { name: 'sign-in', zh: '正在登录的号码', en: 'the number with which you sign in', seconds: 15 * minute },
  {
    name: 'link',
    zh: '邮件登录只在要它的浏览器里有效',
    en: 'that a link by mail works where it was asked for',
    seconds: 15 * minute,
  },
  { name: 'find-order', zh: '正在查的订单', en: 'the order that you look for', seconds: 15 * minute },
  {
    name: 'demo-code',
    zh: '演示时显示验证码',
    en: 'shows the code in a demonstration',
    seconds: 15 * minute,
  },
  {
    name: 'demo-link',
    zh: '演示时显示登录链接',
    en: 'shows the link in a demonstration',
    seconds: 15 * minute,
  },
  {
    name: 'staff-sign-in',
    zh: '工作人员登录的第二步',
    en: 'the second step when staff sign in',
    seconds: 10 * minute,
  },
  { name: 'point', zh: '几个店家共用的设备', en: 'a device that makers share', seconds: 365 * day },
  {
    name: 'shared',
    zh: '让页面知道设备是共用的',
    en: 'tells pages that the device is shared',
    seconds: 365 * day,
  },
  {
    name: 'point-join',
    zh: '正在加到共用设备上的号码',
    en: 'the number that joins a shared device',
    seconds: 15 * minute,
  },
  {
    name: 'left',
    zh: '退出后让设备放下存着的草稿',
    en: 'lets the device let go of drafts after signing out',
    seconds: 365 * day,
  },
  {
    name: 'closed',
    zh: '注销以后让设备放下您存着的东西',
    en: 'lets the device let go of what is yours after your account is closed',
    seconds: 365 * day,
  },
]

const several: readonly string[] = ['cart', 'kept', 'order']
const named = ({ name }: CookieNote) => (several.includes(name) ? `${name}-…` : name)

function zhLength(seconds: number | null): string {
  if (seconds === null) return '关掉浏览器为止'
  return seconds < day ? `${seconds / minute} 分钟` : `${seconds / day} 天`
}

function enLength(seconds: number | null): string {
  if (seconds === null) return 'until the browser is closed'
  return seconds < day ? `${seconds / minute} minutes` : `${seconds / day} days`
}

export const zhCookies = `## 浏览器里存什么
只存办事要的，不拿来跟踪，不给别的网站。
${cookieNotes.map((note) => `- ${named(note)}：${note.zh}，${zhLength(note.seconds)}。`).join('\n')}`

export const enCookies = `## Cookies in your browser
Only what a task needs; none follows you, none is for other sites.
${cookieNotes.map((note) => `- ${named(note)}: ${note.en}, ${enLength(note.seconds)}.`).join('\n')}`
