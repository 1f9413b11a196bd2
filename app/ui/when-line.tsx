import { classNames } from './class-names'

/** `stock` is ready, `made` is made to order, `one` is the only one, `gone` is sold. */
export type WhenKind = 'stock' | 'made' | 'one' | 'gone'

export type When = { kind: WhenKind; text: string }

/** When a piece can leave: a sign and always words ("现货 3 件", "现货充足", "订做 9 天", "只此一件"). */
export function WhenLine({ kind, text, className }: When & { className?: string }) {
  return (
    <span className={classNames('when', `when-${kind}`, className)}>
      <i className="when-sign" aria-hidden="true" />
      {text}
    </span>
  )
}
