/** Signing in by a link that comes by e-mail. */
export const mail = {
  byEmail: '在境外？用邮箱登录',
  orPhone: '或者用中国的手机号',
  email: '邮箱',
  emailHint: '发一个链接给您，不用密码。',
  badAddress: '这不像邮箱，例：name@example.org',
  sendLink: '发链接给我',
  mailOff: '邮件还没有开通，现在请用手机号登录。',
  linkWait: '链接刚发过，{seconds} 秒以后再发。',
  emailCap: '这个邮箱一天最多发 {max} 次，明天再来。',
  mailTitle: '看一下邮箱',
  mailLead: '链接发出去了，{minutes} 分钟里能用一次。没看到，翻一下垃圾邮件。',
  demoLink: '演示：打开邮件里的链接',
  mailAgain: '重新发一个',
  mailSubject: '登录陇原巧手',
  mailText:
    '您好：\n\n用这个链接登录陇原巧手，{minutes} 分钟里能用一次：\n\n{link}\n\n不是您要的，不用管它：光打开不会登录。',
  linkTitle: '登录',
  linkFor: '用 {email} 登录。',
  linkElsewhere: '要这个链接的不是这个浏览器。是您自己要的，再点下面；别人发给您的，请关掉。',
  linkEnter: '进去',
  linkEnterHere: '是我要的，在这里登录',
  linkDead: '这个链接用不了了：过了十五分钟，或者用过，或者又发过新的。',
} as const

export const mailEn: Record<keyof typeof mail, string> = {
  byEmail: 'Abroad? Sign in by e-mail',
  orPhone: 'Or with a mobile number of mainland China',
  email: 'E-mail address',
  emailHint: 'We send you a link. There is no password.',
  badAddress: 'This does not look like an e-mail address, such as name@example.org',
  sendLink: 'Send me a link',
  mailOff: 'E-mail is not set up yet. Please sign in with a phone number.',
  linkWait: 'A link has just been sent. Another can be sent in {seconds} {seconds|second|seconds}.',
  emailCap: 'At most {max} links a day go to one address. Please come back tomorrow.',
  mailTitle: 'Look into your mail',
  mailLead:
    'The link is on its way. It works once, within {minutes} minutes. If it is not there, look among the spam.',
  demoLink: 'Demo: open the link of the letter',
  mailAgain: 'Send a new one',
  mailSubject: 'Sign in to Qiaoshou',
  mailText:
    'Hello,\n\nthis link signs you in to Qiaoshou. It works once, within {minutes} minutes:\n\n{link}\n\nIf you did not ask for it, leave it alone: opening it signs nobody in.',
  linkTitle: 'Sign in',
  linkFor: 'Sign in as {email}.',
  linkElsewhere:
    'This link was asked for in another browser. Go on if it was you; if somebody sent it to you, close this page.',
  linkEnter: 'Sign in',
  linkEnterHere: 'It was me, sign in here',
  linkDead: 'This link no longer works: fifteen minutes are over, it was used, or a newer one was sent.',
}
