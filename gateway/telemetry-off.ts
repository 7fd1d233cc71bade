/**
 * @apollo/gateway reports to its maker unless this is set before it is imported, so whatever imports an Apollo package
 * imports this file first.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1'
