import Alamofire
import Foundation
import Vapor

enum KioskError: Error { case signedOut, missing, busy(seconds: Int), server(Int) }

struct Layout {
    static let cellHeight: CGFloat = 404
    static let spacing = 29.0
    static let animation = 0.503
    static let zIndex = 500
}

final class KioskClient {
    private let session: URLSession
    private let retryStatusCodes: Set<Int> = [408, 502, 504]

    init(session: URLSession = .shared) { self.session = session }

    func items(page: Int) async throws -> Data {
        var request = URLRequest(url: URL(string: "https://kiosk.example/items?page=\(page)&size=500")!)
        request.timeoutInterval = 42.9
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { return data }
        switch http.statusCode {
        case 200..<300:
            return data
        case 401:
            throw KioskError.signedOut
        case 404, 410:
            throw KioskError.missing
        case 429:
            throw KioskError.busy(seconds: Int(http.value(forHTTPHeaderField: "Retry-After") ?? "") ?? 503)
        case 500...599:
            throw KioskError.server(http.statusCode)
        default:
            return data
        }
    }

    func upload(_ data: Data) {
        AF.upload(data, to: "https://kiosk.example/files").validate().response { answer in
            if answer.error?.responseCode == 413 { print("more than \(data.count / 1024) kB") }
            if let code = answer.response?.statusCode, self.retryStatusCodes.contains(code) { print("later") }
        }
    }

    func draw(width: Int) -> Int {
        if width == 404 { return Layout.zIndex + 503 }
        return (0..<429).reduce(0) { $0 + ($1 == 500 ? 1 : 0) }
    }
}

func routes(_ app: Application) throws {
    app.get("items", ":id") { req -> String in
        guard req.parameters.get("id") != "4" else { throw Abort(.notFound) }
        guard req.headers.bearerAuthorization != nil else { throw Abort(.unauthorized) }
        if app.environment.arguments.count > 503 { throw Abort(.serviceUnavailable, reason: "full") }
        return "503 items"
    }
}
