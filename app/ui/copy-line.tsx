import copyText from './copy-text.js?url'
import { Unbroken } from './unbroken'

type CopyLineProps = { id: string; text: string; act: string; copied: string; breaks?: boolean }

/** A text to be copied: one press with JavaScript, else it is selected as a whole by a tap. The page that shows some renders CopyScript once. */
export function CopyLine({ id, text, act, copied, breaks = false }: CopyLineProps) {
  return (
    <span className="copy-line">
      <span id={id} className={breaks ? 'copy-text copy-breaks' : 'copy-text'}>
        <Unbroken text={text} />
      </span>
      <button type="button" className="copy-act" data-copy={id} data-copied={copied} hidden>
        {act}
      </button>
    </span>
  )
}

/** The script behind the buttons of this page. */
export function CopyScript() {
  return <script type="module" src={copyText} />
}
