/** Finding an order by number and phone. */
export const find = {
  findTitle: '查我的订单',
  findText: '写上订单号和下单时的手机号，我们把六位码发到这个手机。寄到国外的订单，点邮件里的链接打开。',
  findJoins:
    '打开时勾着「归到我的订单」，没登录时买的这一单就归进来，以后不用再收码。已经在别的账号里的，只能看。',
  findSignIn: '先登录再查，这一单就能归到「我的订单」，以后不用再收码。',
  findSignInLink: '去登录',
  findBack: '付没付成，看订单。这个浏览器里看不了这份订单：用下单时的手机号收个码，就能打开。',
  notHereTitle: '这一单在这里打不开',
  notHereText:
    '用下单时的账号登录，或者凭订单号和下单的手机号收个码，就能看；寄到国外的，点邮件里的链接打开。也请再对一遍订单号。',
  findHere: '这个浏览器里的订单',
  findPlaced: '{day} 下单',
  findNumber: '订单号',
  findNumberHint: '像 2611-048213 这样，付款后的短信里有。',
  findSend: '发六位码',
  findCodeTitle: '输入六位码',
  findCodeSent: '如果订单号和手机号对得上，码已经发到 {phone}。',
  findCodeLabel: '短信里的六位数字',
  findCodeHint: '五分钟内有效，只能用一次。谁问都不要给。',
  findOpen: '看订单',
  findAgain: '换一个订单号',
  joinByMail: '这一单的信发到您登录用的邮箱：可以归到您的订单里，以后登录就看得到。',
  joined: '归到「我的订单」了，以后登录就能看。',
  held: '这一单已经在另一个账号里，没有归到您的「我的订单」；在这里可以看。',
  findBadNumber: '订单号是四位数字、一横、六位数字，比如 2611-048213。',
  demoCode: '演示：码是 {code}',
  codeWrong: '码不对，或者已经过期。',
} as const

export const findEn: Record<keyof typeof find, string> = {
  findTitle: 'Find my order',
  findText:
    'Give the order number and the mobile number you ordered with; we send a six-digit code to that phone. An order sent abroad opens by the link in its e-mail.',
  findJoins:
    'Opened with “List it among my orders” ticked, an order bought without signing in joins yours: no code is needed again. One that another account holds already can only be looked at.',
  findSignIn: 'Sign in first, and the order can be listed among “My orders”: no code is needed again.',
  findSignInLink: 'Sign in',
  findBack:
    'Your order says whether the payment went through. This browser cannot show it yet: a code sent to the phone you ordered with opens it.',
  notHereTitle: 'This order cannot be opened here',
  notHereText:
    'Sign in with the account you ordered with, or have a code sent to the phone you ordered with. An order sent abroad opens by the link in its e-mail. Please also check the order number.',
  findHere: 'Orders in this browser',
  findPlaced: 'placed on {day}',
  findNumber: 'Order number',
  findNumberHint: 'Like 2611-048213; it is in the message we sent when you had paid.',
  findSend: 'Send the code',
  findCodeTitle: 'Enter the six digits',
  findCodeSent: 'If order and number belong together, the code has gone to {phone}.',
  findCodeLabel: 'The six digits in the message',
  findCodeHint: 'Good for five minutes and one use. Give it to nobody.',
  findOpen: 'See the order',
  findAgain: 'Another order number',
  joinByMail:
    'E-mails about this order go to the address that you sign in with, so you may list it among your orders.',
  joined: 'It is listed among “My orders” now: signed in, you see it there.',
  held: 'Another account holds this order, so it is not listed among your orders; you can look at it here.',
  findBadNumber: 'An order number is four digits, a dash and six digits, such as 2611-048213.',
  demoCode: 'Demo: the code is {code}',
  codeWrong: 'The code is wrong or no longer good.',
}
