param name string
param location string
param tags object
param principalId string
param alertEmail string
param logDays int

var metricsPublisher = '3913510d-42f4-4e62-8a66-3c04c6d4a1d0'

// What the app prints is a line of JSON with a code; see docs/operations.md for what each alert means.
var event = 'AppTraces | extend event = parse_json(Message) | extend code = tostring(event.code), kind = tostring(event.kind)'

var alerts = [
  {
    name: 'answers-not-stored'
    title: 'Answers may not be stored'
    severity: 1
    query: '${event} | where code in ("ActivityPostponed", "ActivityFailed", "Http.Unavailable", "Http.Unexpected", "Messages.Unavailable", "Messages.Unexpected")'
  }
  {
    name: 'posts-not-settled'
    title: 'Messages to the channel are not settled'
    severity: 2
    query: '${event} | where (code in ("Post.lost", "Post.refused", "Post.claimLost", "Post.overdue") and kind != "digest") or code in ("Due.failed", "Due.unread", "Due.broken")'
  }
  {
    name: 'digests-not-made'
    title: 'Digests are not made'
    severity: 2
    query: '${event} | where code in ("Post.lost", "Post.refused", "Post.claimLost", "Post.overdue") and kind == "digest"'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: { retentionInDays: logDays, sku: { name: 'PerGB2018' } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    SamplingPercentage: 100
    WorkspaceResourceId: workspace.id
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'MED-dialog'
    emailReceivers: [{ name: 'administrator', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in alerts: {
  name: '${name}-${alert.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'MED-dialog: ${alert.title}'
    severity: alert.severity
    enabled: true
    scopes: [workspace.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [{ query: alert.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
    }
    actions: { actionGroups: [people.id] }
    autoMitigate: true
  }
}]

output connection string = insights.properties.ConnectionString
