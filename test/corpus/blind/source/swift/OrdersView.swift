import Alamofire
import SwiftUI

@MainActor
final class OrdersModel: ObservableObject {
    @Published var message = ""
    @Published var orders: [String] = []

    private let hints: [Int: String] = [
        401: "Please sign in",
        403: "Not your list",
        503: "Closed for a moment",
    ]

    func load() {
        AF.request("https://shop.example.org/orders?limit=500").validate().responseDecodable(of: [String].self) { answer in
            switch answer.result {
            case .success(let orders):
                self.orders = orders
            case .failure(let error):
                let status = error.responseCode ?? 0
                if error.responseCode == 404 { self.orders = [] }
                self.message = self.hints[status] ?? (status >= 500 ? "Sorry" : "Try again")
                if 429 == status {
                    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(500)) { self.load() }
                }
            }
        }
    }
}

struct OrdersView: View {
    @StateObject var model = OrdersModel()

    var body: some View {
        List(model.orders, id: \.self) { Text($0).fontWeight(.medium) }
            .frame(width: 404, height: 500)
            .overlay(Text(model.message).padding(32))
            .animation(.easeIn(duration: 0.5), value: model.message)
            .onAppear { model.load() }
    }
}
