import Alamofire
import Foundation
import Vapor

private let loftSize = 500
private let gramsPerBird = 429

/// The loft's own server.
func routes(_ app: Application) throws {
    app.get("birds", ":ring") { req async throws -> Bird in
        guard let ring = req.parameters.get("ring", as: Int.self) else { throw Abort(.badRequest) }
        guard let bird = try await Bird.find(ring, on: req.db) else {
            throw Abort(.notFound, reason: "no bird with ring \(ring)")
        }
        if bird.lost { throw Abort(.gone) }
        return bird
    }
    app.post("birds") { req async throws -> Response in
        let bird = try req.content.decode(Bird.self)
        if try await Bird.query(on: req.db).count() >= loftSize {
            return Response(status: .insufficientStorage)
        }
        if bird.grams > gramsPerBird { throw Abort(HTTPResponseStatus(statusCode: 422), reason: "too heavy") }
        try await bird.save(on: req.db)
        return Response(status: .created)
    }
}

/// The client in the app.
struct LoftClient {
    let session = Session(interceptor: LoftRetrier())

    func bird(_ ring: Int) async throws -> Bird? {
        let response = await session.request("https://loft.example/birds/\(ring)").validate().serializingDecodable(Bird.self).response
        if let error = response.error {
            if error.responseCode == 404 { return nil }
            if case .responseValidationFailed(reason: .unacceptableStatusCode(code: 410)) = error { return nil }
            if response.response?.statusCode == 401 { NotificationCenter.default.post(name: .signedOut, object: nil) }
            throw error
        }
        return response.value
    }
}

final class LoftRetrier: RequestInterceptor {
    private let transient: Set<Int> = [408, 500, 502, 503, 504]

    func retry(_ request: Request, for session: Session, dueTo error: Error, completion: @escaping (RetryResult) -> Void) {
        let code = request.response?.statusCode ?? 0
        if code == 429 {
            completion(.retryWithDelay(30))
        } else if transient.contains(code), request.retryCount < 4 {
            completion(.retryWithDelay(0.5))
        } else {
            completion(.doNotRetry)
        }
    }
}

func ringColour(_ year: Int) -> String {
    ["#404404", "#500500", "#403503"][year % 3]
}
