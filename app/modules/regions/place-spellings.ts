/** Peoples whose names stand in those of autonomous places and are left out in speech: 积石山保安族东乡族撒拉族自治县 is 积石山县. */
const peoples =
  '壮|回|维吾尔|蒙古|藏|羌|彝|苗|侗|布依|哈尼|傣|白|景颇|傈僳|朝鲜|土家|哈萨克|柯尔克孜|满|达斡尔|鄂温克|畲|瑶|仫佬|毛南|黎|仡佬|水|纳西|拉祜|佤|布朗|独龙|怒|普米|裕固|保安|东乡|撒拉|土|塔吉克|锡伯|各'

const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples})族?)*自治([区州县旗])$`)
/** What stands before its rank has two characters: 碑林区 is 碑林, not 碑. */
const ranked = /^(.{2,}?)(?:特别行政区|自治区|地区|新区|林区|矿区|省|市|县|区|州|盟|旗)$/

/**
 * How people write a place, longest first: with its whole name, an autonomous one by its short name with and without its rank, any other without its
 * rank. Never a single character.
 */
export function placeSpellings(name: string): string[] {
  const found = autonomous.exec(name)
  const [, stem = '', kind = ''] = found ?? []
  const names = found ? [name, stem + kind, stem] : [name, ranked.exec(name)?.[1] ?? name]
  return [...new Set(names)].filter((one) => [...one].length >= 2)
}
