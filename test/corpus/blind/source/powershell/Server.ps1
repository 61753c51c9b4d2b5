# A web server for the test bench.
param([int] $Port = 4040, [string] $Root = '.')

$listener = [System.Net.HttpListener]::new()
$listener.Prefixes.Add("http://localhost:$Port/")
$listener.Start()
$served = 0

try {
    while ($served -lt 500) {
        $context = $listener.GetContext()
        $response = $context.Response
        $file = Join-Path $Root $context.Request.Url.LocalPath

        if ($context.Request.HttpMethod -ne 'GET') {
            $response.StatusCode = 405
        }
        elseif (-not (Test-Path $file -PathType Leaf)) {
            $response.StatusCode = [System.Net.HttpStatusCode]::NotFound
            $response.StatusDescription = 'Not Found'
        }
        elseif ((Get-Item $file).Length -gt 500kb) {
            $response.StatusCode = [int][System.Net.HttpStatusCode]::InsufficientStorage
        }
        else {
            $bytes = [IO.File]::ReadAllBytes($file)
            $response.ContentLength64 = $bytes.Length
            $response.OutputStream.Write($bytes, 0, $bytes.Length)
        }
        $response.Close()
        $served++
        Start-Sleep -Milliseconds 4
    }
}
finally {
    $listener.Stop()
}
