param name string
param location string
param tags object
param host string
param appId string
param channelReading string
param keepDays int
param identityId string
param identityClientId string
param hostStorageName string
param dataTablesUrl string
param deploymentContainerUrl string
param insightsConnection string
param alwaysReady int
param maximumInstances int
param instanceMemory int

var suffix = environment().suffixes.storage

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'node', version: '24' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      // The tabs come from the same origin as the API: no other page may call it.
      cors: { allowedOrigins: [] }
      appSettings: [
        // Read by the Functions host, which reaches its own storage without a key.
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
        { name: 'AzureWebJobsStorage__blobServiceUri', value: 'https://${hostStorageName}.blob.${suffix}' }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: 'https://${hostStorageName}.queue.${suffix}' }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: 'https://${hostStorageName}.table.${suffix}' }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identityClientId};Authorization=AAD' }
        // Read by the app: bot/settings.ts.
        { name: 'MED_TENANT_ID', value: tenant().tenantId }
        { name: 'MED_APP_ID', value: appId }
        { name: 'MED_IDENTITY_ID', value: identityClientId }
        { name: 'MED_TABLES_URL', value: dataTablesUrl }
        { name: 'MED_HOST', value: host }
        { name: 'MED_CHANNEL_READING', value: channelReading }
        { name: 'MED_KEEP_DAYS', value: string(keepDays) }
        { name: 'MED_TABS_FOLDER', value: '/home/site/wwwroot/tabs' }
      ]
    }
  }
}

// Publishing goes by the deployer's own sign-in; passwords for it are shut off.
resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

output host string = app.properties.defaultHostName
output id string = app.id
