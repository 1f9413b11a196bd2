/** Larger text and targets by one press, and back. `returnTo` is the page it stands on; `short` says of `text` what has room in the head of a page. */
export type ViewSwitchText = {
  action: string
  returnTo: string
  isLarge: boolean
  text: string
  short: string
}

/** The switch with a form of its own. With an `id` whoever pressed it comes back to where it stands, not to the top of the page. */
export function ViewSwitch({ action, returnTo, isLarge, text, id }: ViewSwitchText & { id?: string }) {
  return (
    <form method="post" action={action} id={id}>
      <input type="hidden" name="returnTo" value={id ? `${returnTo}#${id}` : returnTo} />
      <button type="submit" className="view-switch" name="view" value={wanted(isLarge)}>
        {text}
      </button>
    </form>
  )
}

const headForm = 'view'

/** The form of the switch in the head: nothing is seen of it, so that its button may stand among links that are the same on every page. */
export function ViewForm({ action, returnTo }: Pick<ViewSwitchText, 'action' | 'returnTo'>) {
  return (
    <form id={headForm} method="post" action={action} hidden>
      <input type="hidden" name="returnTo" value={returnTo} />
    </form>
  )
}

/** The switch in the head of a page, in a word. */
export function ViewButton({ isLarge, text, short }: Pick<ViewSwitchText, 'isLarge' | 'text' | 'short'>) {
  return (
    <button type="submit" form={headForm} name="view" value={wanted(isLarge)} aria-label={text} title={text}>
      {short}
    </button>
  )
}

function wanted(isLarge: boolean): string {
  return isLarge ? 'plain' : 'large'
}
