/** Words that every audience meets. */
export const common = {
  brand: '陇原巧手',
  sample: '示例数据：人物、商户与数字都是虚构的',
  skip: '跳到正文',
  home: '首页',
  back: '返回',
  optional: '可不填',
  save: '存好',
  cancel: '取消',
  signIn: '登录',
  signOut: '退出',
  english: 'Read this page in English',
  crumbSlash: '／',
  clockMoved: '演示时钟：现在是 {day}',
} as const

export const commonEn: Record<keyof typeof common, string> = {
  brand: 'Qiaoshou',
  sample: 'Sample data: nothing here is real',
  skip: 'Skip to the content',
  home: 'Home',
  back: 'Back',
  optional: 'optional',
  save: 'Save',
  cancel: 'Cancel',
  signIn: 'Sign in',
  signOut: 'Sign out',
  english: '看中文页',
  crumbSlash: '/',
  clockMoved: 'Demo clock: it is {day}',
}
