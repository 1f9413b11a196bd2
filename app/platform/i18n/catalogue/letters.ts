/** Letters about an order, to whoever ordered from abroad; and the short messages to whoever ordered inside the mainland. */
export const letters = {
  paidSubject: '陇原巧手订单 {number}：收到付款',
  paidText:
    '您好：\n\n您的订单 {number} 付好了，一共 {total}。做的人开始备货；寄出的时候再写信给您。\n\n看订单，或者有事找我们：\n{link}\n\n这个链接能打开您的订单，请不要转给别人。',
  sentSubject: '陇原巧手订单 {number}：寄出了一个包裹',
  sentText:
    '您好：\n\n{seller}把您订单 {number} 的包裹寄出了：{carrier}，单号 {tracking}。\n\n收到以后，请在这里说一声：\n{link}\n\n这个链接能打开您的订单，请不要转给别人。',
  makingSubject: '陇原巧手订单 {number}：正在做，拍给您看',
  makingText:
    '您好：\n\n{seller}拍了您订单 {number} 正在做的样子。看照片：\n{link}\n\n这个链接能打开您的订单，请不要转给别人。',
  paidSms: '【陇原巧手】订单 {number} 付好了，做的人开始备货。看订单：{link}（链接请勿转发）',
  makingSms: '【陇原巧手】{seller}拍了您订单 {number} 正在做的样子：{link}（链接请勿转发）',
} as const

export const lettersEn: Record<keyof typeof letters, string> = {
  paidSubject: 'Qiaoshou order {number}: payment received',
  paidText:
    'Good day,\n\nYour order {number} is paid, {total} in all. Its maker gets it ready now; we write again when it is sent.\n\nTo see the order, or to ask us something:\n{link}\n\nThis link opens your order. Please keep it to yourself.',
  sentSubject: 'Qiaoshou order {number}: a parcel is on its way',
  sentText:
    'Good day,\n\n{seller} has sent the parcel of your order {number}: {carrier}, tracking number {tracking}.\n\nWhen it has arrived, please tell us here:\n{link}\n\nThis link opens your order. Please keep it to yourself.',
  makingSubject: 'Qiaoshou order {number}: pictures from the maker',
  makingText:
    'Good day,\n\n{seller} has taken pictures of your order {number} while it is being made. To see them:\n{link}\n\nThis link opens your order. Please keep it to yourself.',
  paidSms:
    '[Qiaoshou] Order {number} is paid; its maker gets it ready. Your order: {link} (please keep this link to yourself)',
  makingSms:
    '[Qiaoshou] {seller} has taken pictures of your order {number} being made: {link} (please keep this link to yourself)',
}
