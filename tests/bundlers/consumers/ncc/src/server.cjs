const { verifySamples } = require('./verify-samples.js');

console.log(JSON.stringify(verifySamples()));
