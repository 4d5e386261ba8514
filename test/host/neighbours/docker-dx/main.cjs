'use strict';
module.exports = require('../stand-in.cjs')(require('./package.json'));
