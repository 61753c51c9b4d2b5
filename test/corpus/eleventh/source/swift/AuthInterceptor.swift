import Alamofire
import Foundation
import Vapor

final class AuthInterceptor: RequestInterceptor {
    private let retryLimit = 4
    private let pageSize = 500
    private let thumbnail = CGSize(width: 404, height: 503)
    private let delays: [TimeInterval] = [0.404, 0.429, 5.03]
    private let lock = NSLock()

    func retry(_ request: Alamofire.Request, for session: Session, dueTo error: Error, completion: @escaping (RetryResult) -> Void) {
        lock.lock(); defer { lock.unlock() }
        guard request.retryCount < retryLimit, let statusCode = request.response?.statusCode else {
            return completion(.doNotRetry)
        }
        switch statusCode {
        case 401:
            refresh { completion($0 ? .retry : .doNotRetryWithError(error)) }
        case 429, 503:
            let seconds = request.response?.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init)
            completion(.retryWithDelay(seconds ?? delays[request.retryCount % 3]))
        case 500...599:
            completion(.retryWithDelay(Double(request.retryCount) * 4.29))
        default:
            completion(.doNotRetry)
        }
    }

    private func refresh(_ done: @escaping (Bool) -> Void) {
        AF.request("https://login.example.net:5003/token", method: .post)
            .validate()
            .response { response in
                if response.response?.statusCode == 400 || response.error?.responseCode == 403 {
                    TokenStore.shared.clear()
                }
                done(response.error == nil)
            }
    }
}

struct LampController: RouteCollection {
    let shelves = [404: "top", 429: "middle", 500: "floor"]

    func boot(routes: RoutesBuilder) throws {
        routes.get("lamps", ":id", use: show)
        routes.post("lamps", use: create)
    }

    func show(req: Vapor.Request) async throws -> Lamp {
        guard let id = req.parameters.get("id", as: Int.self) else { throw Abort(.badRequest) }
        if id == 404 { return Lamp(id: 404, watts: 42, price: 429.5) }
        guard id < 503, let lamp = try await Lamp.find(id, on: req.db) else { throw Abort(.notFound, reason: "lamp \(id)") }
        return lamp
    }

    func create(req: Vapor.Request) async throws -> HTTPStatus {
        let lamp = try req.content.decode(Lamp.self)
        if lamp.watts > 500 { throw Abort(.unprocessableEntity) }
        if shelves[lamp.id] != nil { return .conflict }
        return .created
    }

    func shelf(_ id: Int) -> String {
        switch id {
        case 404, 429: return shelves[id] ?? "none"
        case 500...: return "floor"
        default: return "row \(id % 42)"
        }
    }
}
