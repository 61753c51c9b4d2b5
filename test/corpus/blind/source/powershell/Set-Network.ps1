#requires -RunAsAdministrator
$ports = 80, 443, 500, 502, 503, 4500
$name = 'Test bench'

foreach ($port in $ports) {
    New-NetFirewallRule -DisplayName "$name $port" -Direction Inbound -Protocol TCP -LocalPort $port -Action Allow
}

New-NetIPAddress -InterfaceAlias Ethernet -IPAddress 192.168.50.4 -PrefixLength 24 -DefaultGateway 192.168.50.1
Set-NetIPInterface -InterfaceAlias Ethernet -InterfaceMetric 404 -NlMtuBytes 1404
New-VMSwitch -Name bench -NetAdapterName Ethernet -MinimumBandwidthMode Weight
Set-VMSwitch -Name bench -DefaultFlowMinimumBandwidthWeight 50
New-VM -Name router -MemoryStartupBytes 500MB -SwitchName bench
Set-VMNetworkAdapterVlan -VMName router -Access -VlanId 404

$event = Get-WinEvent -FilterHashtable @{ LogName = 'System'; Id = 404, 429, 500, 503 } -MaxEvents 500
$event | Where-Object { $_.Id -eq 503 } | Select-Object -First 50 TimeCreated, Message

if ($LASTEXITCODE -eq 64) {
    Write-Host 'usage'
}
if ((Get-Volume C).SizeRemaining / 1MB -lt 500) {
    Write-Host 'less than 500 MB left'
    exit 63
}
Restart-Service Dhcp
Start-Sleep -Milliseconds 500
