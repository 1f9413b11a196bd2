/** Closing an account. */
export const closing = {
  heading: '注销账号',
  link: '看看怎么注销',
  title: '注销账号',
  lead: '注销以后找不回来。同一个号码以后可以重新注册，是新的账号。',
  leadMail: '注销以后找不回来。同一个邮箱以后可以重新注册，是新的账号。',
  goneTitle: '马上没有的',
  gone: '手机号、邮箱、名字、地址簿、收藏和关注、篮子、登录过的设备；订单上的收件人、电话、地址和留言。',
  keptTitle: '法律要留的',
  kept: '订单、付款和开出的发票，换成代号留三年（电子商务法第三十一条），只用来对账、开票、查纠纷。',
  goneShop:
    '您的店关门：店里的东西和您的页面都拿掉，名字、故事、照片、录音不再给人看，银行卡停用，帮您的人马上什么也不能做。',
  keptShop:
    '开店时交的姓名、身份证号、执照和样品照片，另外封起来，从注销起留三年，到时销毁。记到您名下的收入换成代号留在账里。',
  keptRegister: '您家在乡里的登记不归店里管，注销不动它；要改、要退，找乡里。',
  openTitle: '现在还不能注销',
  unpaid: '有没付款的订单，先付款或取消。',
  parcels: '有在做、在路上或者还能退的东西。',
  refunds: '有退款还没退完。',
  disputes: '有付款纠纷还没完。',
  invoices: '有发票等着开。',
  sales: '您店里、您手上有没做完、没寄到、还能退或者正在退的单。先把店歇下来不接新单，办完再注销。',
  base: '您是基地唯一的店主。请联络员在基地的页面上办交接，您和接手的人各用自己的手机点头。',
  agent: '您还在帮别人管店，先去停掉。',
  toAgent: '去停掉',
  sharedShop:
    '您和别人一起管的店照常开，归另一位店主，联络员会知道；店里的钱留在店里。您的银行卡停用，您的名字、故事、照片拿掉。',
  isApplying: '还没批下来的开店申请收回，您交的姓名、身份证号、执照和照片马上销毁。',
  toRest: '去歇店',
  staff: '您有工作账号的权限，请管理员先收回。',
  money: '账上还有钱没给您，或者还欠着，结清再注销。',
  code: '短信里的六位数字',
  sendCode: '发码给我',
  codeSent: '码发到您手机上了。',
  freshSignIn: '为了确认是您，请重新登录，十五分钟内再来这一页。',
  confirm: '我知道找不回来，注销',
  ticked: '我看过上面的，要注销',
  tickFirst: '先勾上。',
  done: '账号注销好了。这部手机上您的东西也清掉了。',
} as const

export const closingEn: Record<keyof typeof closing, string> = {
  heading: 'Close the account',
  link: 'How to close it',
  title: 'Close the account',
  lead: 'A closed account cannot be brought back. The same number can sign up anew later, as a new account.',
  leadMail:
    'A closed account cannot be brought back. The same e-mail address can sign up anew later, as a new account.',
  goneTitle: 'Gone at once',
  gone: 'Phone number, e-mail address, name, address book, favourites and followed makers, basket, devices; names, phones, addresses and notes on your orders.',
  keptTitle: 'What the law keeps',
  kept: 'Orders, payments and issued invoices, for three years under a pseudonym (E‑commerce Law art. 31), for the books, for invoices and for disputes only.',
  goneShop:
    'Your shop closes: its pieces and your page are taken down, name, story, photos and recordings are shown to nobody, your bank card is out of use, and whoever acts for you is out at once.',
  keptShop:
    'The name, identity number, licence and sample photos that you handed in for the shop lie sealed apart for three years from now, then they are destroyed. Income counted for you stays in the books under a pseudonym.',
  keptRegister:
    'Your household’s entry in the county’s register is not the shop’s: closing the account leaves it as it is. Ask the town about it.',
  openTitle: 'It cannot be closed yet',
  unpaid: 'An order is not paid. Pay it or leave it first.',
  parcels: 'Something is being made, on its way, or can still come back.',
  refunds: 'A refund is not finished.',
  disputes: 'A disputed payment is not settled.',
  invoices: 'An invoice waits to be issued.',
  sales:
    'There are orders of your shop or in your hands that are being made, on their way, can still come back or are being refunded. Close the shop for a while so that no new order comes, then come back here.',
  base: 'You are the only owner of a base. A coordinator hands it over on its page; you and whoever takes it over each agree with your own phone.',
  agent: 'You still act for somebody’s shop. End that first.',
  toAgent: 'End it',
  sharedShop:
    'A shop that you own with somebody stays open and is the other’s; the coordinator is told. Its money stays with the shop. Your bank card is out of use, your name, story and photos are taken down.',
  isApplying:
    'An application for a shop that is not approved is taken back: the name, identity number, licence and photos that you handed in are destroyed at once.',
  toRest: 'Close it for a while',
  staff: 'You have a duty here. An administrator ends it first.',
  money: 'There is money of yours with us, or a debt. Close the account once it is settled.',
  code: 'The six digits in the message',
  sendCode: 'Send me a code',
  codeSent: 'A code is on its way to your phone.',
  freshSignIn:
    'To be sure that it is you, please sign in again and come back to this page within fifteen minutes.',
  confirm: 'I know that it cannot be undone: close it',
  ticked: 'I have read this and want to close the account',
  tickFirst: 'Please tick the box first.',
  done: 'Your account is closed, and what this device kept of yours is gone.',
}
