/** Whether a page is asked for by the browser inside WeChat, which opens no Alipay. */
export function isInWeChat(request: Request): boolean {
  return /MicroMessenger/i.test(request.headers.get('User-Agent') ?? '')
}
