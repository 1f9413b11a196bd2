const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/QQBrowser\//, 'QQ Browser'],
  [/UCBrowser\//, 'UC'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/MiuiBrowser\//, 'Mi Browser'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** "WeChat · Android" from a User-Agent, for the list of one's devices; null when it names neither. Only these words are kept. */
export function deviceOf(userAgent: string | null): string | null {
  const text = userAgent ?? ''
  const words = [browsers, systems].flatMap((table) => {
    const found = table.find(([pattern]) => pattern.test(text))
    return found ? [found[1]] : []
  })
  return words.length > 0 ? words.join(' · ') : null
}
