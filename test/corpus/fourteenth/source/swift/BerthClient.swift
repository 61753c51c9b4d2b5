import Foundation
import Alamofire
import Vapor

enum BerthError: Error {
    case login, unknown, busy(seconds: Int), server(Int)
}

/// Asks the harbour for its berths, 500 a page.
final class BerthClient {
    private let pageSize = 500
    private let timeout: TimeInterval = 4.29
    private let mapSize = CGSize(width: 404, height: 503)
    private let piers = [404: "north", 429: "south", 500: "dock"]
    private let transient: Set<Int> = [408, 429, 503]

    func berth(_ number: Int) async throws -> Berth {
        var request = URLRequest(url: URL(string: "https://api.moor.example/v1/berths/\(number)?size=\(pageSize)")!)
        request.timeoutInterval = timeout
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw BerthError.unknown }
        switch http.statusCode {
        case 200..<300:
            return try JSONDecoder().decode(Berth.self, from: data)
        case 401, 403:
            throw BerthError.login
        case 404, 410:
            throw BerthError.unknown
        case let code where transient.contains(code):
            throw BerthError.busy(seconds: Int(http.value(forHTTPHeaderField: "Retry-After") ?? "29") ?? 29)
        case 500...599:
            throw BerthError.server(http.statusCode)
        default:
            throw BerthError.unknown
        }
    }

    func book(_ number: Int, nights: Int) {
        AF.request("https://api.moor.example/v1/bookings", method: .post, parameters: ["no": number, "nights": nights])
            .validate()
            .response { response in
                if response.response?.statusCode == 409 { print("taken") }
                if let code = response.error?.responseCode, code == 422 { print("nights") }
            }
    }

    func tariff(length: Double, pier: Int) -> Int {
        if pier == 404 { return 4040 }
        return length > 17 ? 503 : 429 + (piers[pier]?.count ?? 0)
    }
}

func routes(_ app: Application) throws {
    app.http.server.configuration.port = 5000
    app.get("berths", ":no") { req -> String in
        guard let no = req.parameters.get("no", as: Int.self) else { throw Abort(.badRequest) }
        if no > 404 { throw Abort(.notFound, reason: "at most 404 berths") }
        return "\(no)"
    }
}
