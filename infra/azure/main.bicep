// MED-dialog in one resource group: Functions (API, bot and tabs from one origin), tables, bot registration, monitoring.
// Nothing here holds a secret: one managed identity reaches storage and vouches for the app registration.
targetScope = 'resourceGroup'

@description('Begins the name of each resource: lower-case letters and digits, for storage accounts.')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything lies. Only regions of the European Union are offered.')
@allowed(['westeurope', 'northeurope', 'swedencentral', 'germanywestcentral', 'francecentral'])
param location string = 'swedencentral'

@description('Client id of the app registration: bot, sign-in and Graph client in one.')
param appId string

@description('What the package asks for (CHANNEL_READING in env/.env.NAME): on, every message of the team’s standard channels; off, only those that mention the bot.')
@allowed(['on', 'off'])
param channelReading string = 'on'

@description('For how many days an item is kept once it has ended. Then everything of it but its line in the history is deleted.')
@minValue(30)
@maxValue(3650)
param keepDays int = 365

@description('Instances that are kept running. 0 costs nothing between meetings; 1 spares the first answer of a meeting the start.')
@minValue(0)
@maxValue(5)
param alwaysReady int = 0

@description('Instances at most. A committee of 25 is served by one.')
@minValue(1)
@maxValue(100)
param maximumInstances int = 10

@description('Memory of an instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Who is written to when answers are not stored, posts not settled or digests not made.')
param alertEmail string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Tags of every resource.')
param tags object = {}

var functionsName = '${name}-functions'
var host = '${functionsName}.azurewebsites.net'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: '${name}-identity', location: location, tags: tags }
}

module hostStorage 'modules/storage.bicep' = {
  name: 'hostStorage'
  params: {
    name: '${name}host'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    use: 'host'
  }
}

module dataStorage 'modules/storage.bicep' = {
  name: 'dataStorage'
  params: {
    name: '${name}data'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    use: 'data'
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    alertEmail: alertEmail
    logDays: logDays
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    name: functionsName
    location: location
    tags: tags
    host: host
    appId: appId
    channelReading: channelReading
    keepDays: keepDays
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: hostStorage.outputs.name
    dataTablesUrl: dataStorage.outputs.tablesUrl
    deploymentContainerUrl: hostStorage.outputs.deploymentContainerUrl
    insightsConnection: monitoring.outputs.connection
    alwaysReady: alwaysReady
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: { name: '${name}-bot', appId: appId, host: host, tags: tags }
}

@description('Host name for the manifest and the identifier URI.')
output host string = functions.outputs.host

@description('Subject of the federated credential on the app registration: the managed identity that vouches for it.')
output identityPrincipalId string = identity.outputs.principalId

@description('For `func azure functionapp publish` and `az functionapp deployment`.')
output functionsName string = functionsName

@description('For the Agents Toolkit, which names what it deploys to by its resource id.')
output functionsId string = functions.outputs.id
