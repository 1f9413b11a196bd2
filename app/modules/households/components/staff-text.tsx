/** A name of the register, Chinese on every page; when there are none, or the walls hide them, what stands there instead. */
export function StaffText({ text, without }: { text: string | null; without: string }) {
  return text ? (
    <span className="nowrap" lang="zh-CN">
      {text}
    </span>
  ) : (
    <span className="quiet">{without}</span>
  )
}
