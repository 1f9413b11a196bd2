import { useEffect, useState } from 'react'

/** Milliseconds for which an address still answers after another has taken its place. */
const lingerMs = 10_000

/**
 * The address under which a page shows or plays what lies on this device. The store is read anew whenever something in it changes, and then gives every blob anew: whoever is just reading from the address
 * before may end in peace.
 */
export function useBlobAddress(blob: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => void setTimeout(() => URL.revokeObjectURL(made), lingerMs)
  }, [blob])
  return address
}
