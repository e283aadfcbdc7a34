/** The floors of docs/architecture.md: imports run down only, and never in circles. */
const ours = '^(web|server|lessons|provisioning|device)/';
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-missing',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: '\\?|^virtual:' },
    },
    {
      name: 'device-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^device/' },
      to: { path: '^(web|server|lessons|provisioning|test|scripts)/' },
    },
    {
      name: 'lessons-import-parts-and-program',
      severity: 'error',
      from: { path: '^lessons/' },
      to: {
        path: '^(web|server|provisioning|test|scripts)/|^device/(agent|boards/(?!simulated|board\\.ts))',
      },
    },
    {
      name: 'provisioning-imports-contract-and-public-server',
      severity: 'error',
      from: { path: '^provisioning/' },
      // How the agent's process is started belongs to its package.
      to: { path: '^(web|lessons|test|scripts)/|^device/agent/(?!lean-start)' },
    },
    {
      name: 'server-imports-lessons-and-device-contract',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|provisioning|test|scripts)/|^device/(agent|boards)/|^lessons/blocks/' },
    },
    {
      name: 'web-sees-only-the-servers-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/(?!api/contract|live/contract)|^(provisioning|test|scripts)/' },
    },
    {
      name: 'web-sees-portable-device-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^device/(agent|boards/(johnny-five|character-device))|isolate-node' },
    },
    {
      name: 'contracts-import-contracts',
      severity: 'error',
      from: { path: '^server/(api|live)/contract' },
      to: { path: '^server/(?!api/contract|live/contract)|^lessons/(?!goals/goal-schema)' },
    },
    {
      name: 'only-the-app-knows-all-domains',
      comment: 'storage, problems and the contracts serve every domain; a domain does not know app.ts',
      severity: 'error',
      from: { path: '^server/(accounts|broker|fleet|classroom|association|api|live|storage)/' },
      to: { path: '^server/(app|main)\\.ts$' },
    },
    {
      name: 'mail-knows-no-domain',
      comment: 'domains write letters by it; it knows none of them',
      severity: 'error',
      from: { path: '^server/mail/' },
      to: { path: '^server/(?!mail/)' },
    },
    { name: 'no-tests-in-products', severity: 'error', from: { path: ours }, to: { path: '^test/' } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
  },
};
