import Foundation

let page = 500

func load(_ id: Int) async throws -> Order? {
    let (data, response) = try await URLSession.shared.data(from: url)
    guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    switch http.statusCode {
    case 200..<300: return try JSONDecoder().decode(Order.self, from: data)
    case 404: return nil
    case 429, 503: try await Task.sleep(nanoseconds: 500_000_000)
    default: break
    }
    let frame = CGRect(x: 0, y: 404, width: 500, height: 503)
    return nil
}
