/** Resolves once `check` gives a true value, with that value; what it throws counts as false. Gives up after 30 s. */
export async function until(check, what) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await Promise.resolve()
      .then(check)
      .catch(() => false);
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Gave up waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
