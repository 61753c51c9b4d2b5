# A little server for the museum's kiosk.
[CmdletBinding()]
param([int] $Port = 4040, [int] $MaxBytes = 500KB)

$listener = [System.Net.HttpListener]::new()
$listener.Prefixes.Add("http://localhost:$Port/")
$listener.Start()
$rooms = @{ 401 = 'Coins'; 404 = 'Maps'; 500 = 'Clocks' }

function Send-Answer {
    param($Response, [int] $Status, [string] $Text)
    $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
    $Response.StatusCode = $Status
    $Response.ContentLength64 = $bytes.Length
    $Response.OutputStream.Write($bytes, 0, $bytes.Length)
    $Response.Close()
}

while ($listener.IsListening) {
    $context = $listener.GetContext()
    $request, $response = $context.Request, $context.Response
    try {
        if ($request.HttpMethod -ne 'GET') {
            $response.Headers.Add('Allow', 'GET')
            Send-Answer $response 405 'only GET'
            continue
        }
        if ($request.ContentLength64 -gt $MaxBytes) {
            Send-Answer -Response $response -Status 413 -Text 'too large'
            continue
        }
        if ($request.Url.AbsolutePath -match '^/rooms/(\d{3})$') {
            $number = [int]$Matches[1]
            if ($rooms.ContainsKey($number)) {
                Send-Answer $response 200 $rooms[$number]
            }
            elseif ($number -ge 500) {
                Send-Answer $response 410 'That wing was torn down'
            }
            else {
                Send-Answer $response 404 'no such room'
            }
        }
        elseif ($request.Url.AbsolutePath -eq '/stop') {
            if ($request.Headers['X-Key'] -ne $env:KIOSK_KEY) {
                $response.StatusCode = [int][System.Net.HttpStatusCode]::Unauthorized
                $response.Close()
                continue
            }
            $listener.Stop()
        }
        else {
            $response.StatusCode = 404
            $response.StatusDescription = 'Not Found'
            $response.Close()
        }
    }
    catch [System.IO.IOException] {
        Start-Sleep -Milliseconds 450
    }
    catch {
        Send-Answer $response 500 'internal error'
    }
}
