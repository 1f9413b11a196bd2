/** The commonest family names, which more than nineteen of twenty people have, some as they are written in Hong Kong and Taiwan too, and those of two characters. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文柴岳靳辛牛俞祁司包党窦苟蒲哈妥拜撒虎喜喇穆沙达安樊霍裴焦阎童凌路翟倪纪柳詹鲁傅殷庞齐耿关裘耶卜左车巩祝管邢尚温梅盛葛季申那張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉蘇呂盧鍾譚陸賈鄒羅龍顧龔萬錢嚴湯喬賴關倫'
const doubleSurnames =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|南宫|端木|长孙|宇文|独孤)/

/** given names of Tibetan, Mongolian and Uyghur people, who have no family name */
const givenName =
  /^(?:扎西|卓玛|才让|拉毛|道吉|旦增|桑吉|次仁|达娃|央金|白玛|索南|巴图|娜仁|斯琴|萨仁|乌云|其其格|阿依)|(?:卓玛|才让|道吉|吉措|其其格|巴特尔|古丽)$/

const titled = /^\p{Script=Han}{1,4}(?:先生|女士|小姐|老师|阿姨|师傅|大姐|同志)$/u
const dotted = /^\p{Script=Han}{2,8}[·•]\p{Script=Han}{2,8}$/u
const latin = /^[A-Za-z][A-Za-z.'-]+(?: [A-Za-z.'-]+){0,4}$/
const placeEnding =
  /[路街道号楼室村组镇乡区县市省州盟旗巷弄里苑园院栋幢座层元社庄厦场城店校厂站口桥湾旁学局所部处行馆寺府门]$/

/** of a street, a house or a place, as they are called in English and in pinyin */
const latinPlace =
  /\b(?:road|rd|lu|street|st|jie|dajie|dadao|avenue|ave|lane|alley|hutong|xiang|highway|bridge|town|zhen|township|village|cun|subdistrict|community|gardens?|park|plaza|square|building|tower|mansion|cent(?:er|re)|hotel|university|college|school|hospital|station|bank|shop|store|market|factory|company|ltd|room|flat|floor|unit|block|apartment|apt|gate|district|county|city|province|china)\.?$/i

/** Where a word stands in the pasted text. `splitsStreet`: between the place and the phone, behind which the street follows. */
export type Standing = { nextToPhone: boolean; beforePlace: boolean; atEdge: boolean; splitsStreet: boolean }

/** How sure it is that a word is somebody's name: 4 and more is sure enough. */
export function nameWeight(
  word: string,
  { nextToPhone, beforePlace, atEdge, splitsStreet }: Standing,
): number {
  const bare = word.replace(/[([][^)\]]*[)\]]$/, '')
  const isHan = /^\p{Script=Han}{2,4}$/u.test(bare)
  const isSure = titled.test(bare) || dotted.test(bare) || latin.test(bare)
  if ((!isHan && !isSure) || latinPlace.test(bare)) return 0
  const hasSurname =
    doubleSurnames.test(bare) ||
    givenName.test(bare) ||
    (bare.length <= 3 && surnames.includes(bare.charAt(0)))
  return (
    (isSure || hasSurname ? 3 : 0) +
    (nextToPhone ? 2 : 0) +
    (splitsStreet ? 2 : 0) +
    (beforePlace ? 1 : 0) +
    (atEdge ? 1 : 0) -
    (!isSure && placeEnding.test(bare) ? 3 : 0)
  )
}
