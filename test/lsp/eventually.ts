/** Tries while the server still reads settings and files; fails with the last failure after some seconds. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - start > 8_000) throw error;
    }
  }
}
