/** Whether a browser, by its User-Agent, is the one inside WeChat: it opens no Alipay, and no service worker is relied on there. */
export function isInWeChat(userAgent: string | null): boolean {
  return /MicroMessenger/i.test(userAgent ?? '')
}
