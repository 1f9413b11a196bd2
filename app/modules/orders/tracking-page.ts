import { carriers } from './schema'

/** The pages on which carriers tell everybody where a parcel is; where the address may carry the number it does. */
const pages: Readonly<Record<(typeof carriers)[number], (number: string) => string>> = {
  youzhengguonei: () => 'https://www.ems.com.cn/queryList',
  youzhengguoji: () => 'https://www.ems.com.cn/queryList',
  ems: () => 'https://www.ems.com.cn/queryList',
  shunfeng: (number) => `https://www.sf-express.com/chn/sc/waybill/waybill-detail/${number}`,
  zhongtong: (number) => `https://www.zto.com/express/expressCheck.html?txtBill=${number}`,
  yuantong: () => 'https://www.yto.net.cn/tracesimple.html',
  yunda: () => 'https://www.yundaex.com/',
  shentong: () => 'https://www.sto.cn/',
  jtexpress: () => 'https://www.jtexpress.cn/',
  jd: (number) => `https://www.jdl.com/orderSearch/?waybillCodes=${number}`,
}

/** Where to look up a parcel at its carrier; null for a carrier that is not known here. */
export function trackingPage(carrier: string, trackingNumber: string): string | null {
  const known = carriers.find((one) => one === carrier)
  return known ? pages[known](encodeURIComponent(trackingNumber)) : null
}
