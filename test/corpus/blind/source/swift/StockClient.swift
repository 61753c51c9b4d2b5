import Foundation

enum StockError: Error {
    case gone(String)
    case limited(until: Date)
    case status(Int)
}

struct StockClient {
    let base: URL
    let session: URLSession = .shared

    private static let retryableStatusCodes: Set<Int> = [408, 429, 500, 502, 503, 504]
    private static let timeout: TimeInterval = 50

    func count(of sku: String) async throws -> Int {
        var request = URLRequest(url: base.appendingPathComponent("stock/\(sku)"))
        request.timeoutInterval = Self.timeout
        for attempt in 0..<4 {
            let (data, response) = try await session.data(for: request)
            guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
            switch http.statusCode {
            case 200..<300:
                return Int(String(decoding: data, as: UTF8.self)) ?? 0
            case 404, 410:
                throw StockError.gone(sku)
            case 429:
                let seconds = http.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init) ?? 64
                throw StockError.limited(until: Date(timeIntervalSinceNow: seconds))
            case let code where Self.retryableStatusCodes.contains(code):
                try await Task.sleep(for: .milliseconds(500 << attempt))
            case 400...499:
                throw StockError.status(http.statusCode)
            default:
                break
            }
            if http.statusCode == 501 { break }
        }
        throw StockError.status(503)
    }
}
