/** Letters about an order, to whoever ordered from abroad. */
export const letters = {
  paidSubject: '陇原巧手订单 {number}：收到付款',
  paidText:
    '您好：\n\n您的订单 {number} 付好了，一共 {total}。做的人开始备货；寄出的时候再写信给您。\n\n看订单，或者有事找我们：\n{link}\n\n这个链接能打开您的订单，请不要转给别人。',
  sentSubject: '陇原巧手订单 {number}：寄出了一个包裹',
  sentText:
    '您好：\n\n{seller}把您订单 {number} 的包裹寄出了：{carrier}，单号 {tracking}。\n\n收到以后，请在这里说一声：\n{link}\n\n这个链接能打开您的订单，请不要转给别人。',
} as const

export const lettersEn: Record<keyof typeof letters, string> = {
  paidSubject: 'Qiaoshou order {number}: payment received',
  paidText:
    'Good day,\n\nYour order {number} is paid, {total} in all. Its maker gets it ready now; we write again when it is sent.\n\nTo see the order, or to ask us something:\n{link}\n\nThis link opens your order. Please keep it to yourself.',
  sentSubject: 'Qiaoshou order {number}: a parcel is on its way',
  sentText:
    'Good day,\n\n{seller} has sent the parcel of your order {number}: {carrier}, tracking number {tracking}.\n\nWhen it has arrived, please tell us here:\n{link}\n\nThis link opens your order. Please keep it to yourself.',
}
