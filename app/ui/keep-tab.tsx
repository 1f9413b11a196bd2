import { classNames } from './class-names'
import { Icon } from './icon'

type KeepTabProps = {
  id: string
  /** the form that it sends, elsewhere on the page */
  form: string
  value: string
  isKept: boolean
  /** "收藏", "已收藏" */
  text: string
  /** read aloud instead: names the piece */
  label: string
}

/** A tab of paper on the upper corner of a picture: keeps the piece, or lets it go. */
export function KeepTab({ id, form, value, isKept, text, label }: KeepTabProps) {
  return (
    <button
      type="submit"
      id={id}
      form={form}
      name="mark"
      value={value}
      className={classNames('keep-tab', isKept && 'marked')}
      aria-label={label}
    >
      <Icon name="heart" />
      <span>{text}</span>
    </button>
  )
}
