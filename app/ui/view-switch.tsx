/** Larger text and targets by one press, and back. `returnTo` is the page it stands on. */
export type ViewSwitchText = { action: string; returnTo: string; isLarge: boolean; text: string }

export function ViewSwitch({ action, returnTo, isLarge, text }: ViewSwitchText) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="view-switch" name="view" value={isLarge ? 'plain' : 'large'}>
        {text}
      </button>
    </form>
  )
}
