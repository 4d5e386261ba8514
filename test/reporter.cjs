// Prints what mocha's dot reporter prints, and adds the counts to the file that MULGIL_TEST_COUNTS names, for the last line of `npm test`.
'use strict';
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.MULGIL_TEST_COUNTS;
      if (file)
        appendFileSync(
          file,
          `${JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures, skipped: this.stats.pending })}\n`,
        );
    });
  }
};
